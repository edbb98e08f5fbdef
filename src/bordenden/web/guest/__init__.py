"""The door of those she has invited: mentor and guests."""
