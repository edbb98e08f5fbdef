"""Programmes: the period, its rules, the municipal projects, and who holds which office."""
