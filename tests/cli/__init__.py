"""Our words on the command line."""
