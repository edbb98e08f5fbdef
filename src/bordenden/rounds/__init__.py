"""The rounds: what is done because time has passed, and not because somebody pressed a button."""
