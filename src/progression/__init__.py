"""The arithmetic of progression: plain columns in, frozen results out; no Django, no bordenden."""
