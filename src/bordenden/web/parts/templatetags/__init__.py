"""Template tags shared by the doors."""
