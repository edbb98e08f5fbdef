"""Moving to another municipality."""
