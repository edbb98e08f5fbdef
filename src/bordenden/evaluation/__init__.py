"""Evaluation: rows without names, safe tables, and the releases that were published."""
