"""Assessments: instruments as data, her sheets and answers."""
