"""Reads about assessments: where a sheet stands, and her curves over time."""

from bordenden.assessments.queries.curves import ROUNDS_SHOWN, Curve, Development, curves
from bordenden.assessments.queries.sheets import Progress, Question, current_version, open_sheet, progress

__all__ = [
    "ROUNDS_SHOWN",
    "Curve",
    "Development",
    "Progress",
    "Question",
    "current_version",
    "curves",
    "open_sheet",
    "progress",
]
