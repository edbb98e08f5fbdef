"""What lasts from a moment to another, as a condition on rows: a seat, an office, an opening, a stay."""

from datetime import datetime

from django.db.models import Q


def during(at: datetime, start: str = "starts_at", end: str = "ends_at") -> Q:
    """The half-open stretch of time as a condition on one row: `start` belongs to it, `end` does not."""
    return Q(**{f"{start}__lte": at}) & (Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": at}))
