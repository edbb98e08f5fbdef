"""Reads of reviews: who has been quiet, the last sign of life, and what was decided."""

from bordenden.reviews.queries.held import (
    Rule,
    asked_since,
    open_reviews,
    reviews_of,
    rule_of,
    tries_since,
)
from bordenden.reviews.queries.quiet import last_signs, quiet_courses, signs_since

__all__ = [
    "Rule",
    "asked_since",
    "last_signs",
    "open_reviews",
    "quiet_courses",
    "reviews_of",
    "rule_of",
    "signs_since",
    "tries_since",
]
