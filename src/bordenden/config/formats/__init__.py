"""Dates and times as they are written and read in each language of the house."""
