"""Reads about programmes: the offices a person holds, with what they are held in."""

from datetime import datetime

from django.db.models import Q, QuerySet

from bordenden.people.models import Person
from bordenden.programmes.models import Office


def offices_of(*, person: Person, at: datetime) -> QuerySet[Office]:
    """The offices held at that moment, oldest first."""
    held = Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    rows = Office.objects.filter(held, person=person).select_related("project__municipality", "programme")
    return rows.order_by("starts_at", "pk")
