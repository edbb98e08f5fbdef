"""Reads about offers: the lines of those who wait."""

from bordenden.offers.queries.lines import (
    Pace,
    course_is_over,
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
    still_in_after_the_end,
)

__all__ = [
    "Pace",
    "course_is_over",
    "days_left",
    "expecting",
    "free_places",
    "in_order",
    "late_lines",
    "line_of",
    "lines_of",
    "next_place",
    "pace_of",
    "paces",
    "position",
    "still_in_after_the_end",
]
