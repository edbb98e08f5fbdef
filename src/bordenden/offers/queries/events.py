"""Reads about events: those to come, and the keeper's whole list."""

from datetime import datetime

from django.db.models import QuerySet

from bordenden.offers.models import Event
from bordenden.people.models import Municipality


def coming_events(*, municipality: Municipality, at: datetime) -> QuerySet[Event]:
    """What is published and not over, the nearest first; a called-off one is among them and says so."""
    return Event.objects.filter(municipality=municipality, published_at__lte=at, ends_at__gt=at).order_by(
        "starts_at", "pk"
    )


def all_events(*, municipality: Municipality) -> QuerySet[Event]:
    """Every event of the municipality, the latest first."""
    return Event.objects.filter(municipality=municipality).order_by("-starts_at", "pk")
