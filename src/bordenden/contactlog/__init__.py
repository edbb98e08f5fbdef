"""The contact log: each contact with a citizen, kept by the one who had it."""
