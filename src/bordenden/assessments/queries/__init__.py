"""Reads about assessments: where a sheet stands, and her curves over time."""

from bordenden.assessments.queries.curves import ROUNDS_SHOWN, Curve, Development, curves
from bordenden.assessments.queries.informants import (
    OwnView,
    newest_ten,
    own_view_items,
    own_view_sheets,
    own_views,
    tallies_of,
)
from bordenden.assessments.queries.sheets import Progress, Question, current_version, open_sheet, progress

__all__ = [
    "ROUNDS_SHOWN",
    "Curve",
    "Development",
    "OwnView",
    "Progress",
    "Question",
    "current_version",
    "curves",
    "newest_ten",
    "open_sheet",
    "own_view_items",
    "own_view_sheets",
    "own_views",
    "progress",
    "tallies_of",
]
