"""Reviews: when it has been quiet."""
