"""Reads about assessments: where a sheet stands, and her curves over time."""

from bordenden.assessments.queries.curves import ROUNDS_SHOWN, Curve, Development, curves
from bordenden.assessments.queries.instruments import (
    asked,
    current_version,
    edition_of,
    is_asked,
    recorded,
    recording_of,
    version_for,
)
from bordenden.assessments.queries.sheets import Progress, Question, open_sheet, progress

__all__ = [
    "ROUNDS_SHOWN",
    "Curve",
    "Development",
    "Progress",
    "Question",
    "asked",
    "current_version",
    "curves",
    "edition_of",
    "is_asked",
    "open_sheet",
    "progress",
    "recorded",
    "recording_of",
    "version_for",
]
