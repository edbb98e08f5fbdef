"""Who was whose caseworker, from when to when, and why it changed."""

from datetime import datetime

from django.db.models import F, QuerySet

from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import SeatRole


def coordinators_before(*, table: Table, at: datetime) -> QuerySet[Seat]:
    """The seats of the caseworkers who left her table, the last to leave first; one that never began is none."""
    left = Seat.objects.filter(table=table, role=SeatRole.COORDINATOR, ends_at__lte=at)
    return left.exclude(ends_at=F("starts_at")).select_related("person").order_by("-ends_at", "pk")
