"""When it has been quiet: somebody asks how she is, they look at it together, and a person decides what now."""
