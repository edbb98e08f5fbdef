"""Reads about offers: the lines of those who wait."""

from bordenden.offers.queries.lines import (
    Pace,
    days_left,
    expecting,
    free_places,
    in_order,
    late_lines,
    line_of,
    lines_of,
    next_place,
    pace_of,
    paces,
    position,
)

__all__ = [
    "Pace", "days_left", "expecting", "free_places", "in_order", "late_lines", "line_of", "lines_of", "next_place",
    "pace_of", "paces", "position",
]  # fmt: skip
