"""Dates and times in Danish."""
