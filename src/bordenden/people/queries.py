"""Reads about people: the cast on the demo's start page."""

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from django.db.models import QuerySet

from bordenden.people.models import Login, Municipality, Person


class Acted(Protocol):
    """A row that remembers who did something: the audit has no foreign keys."""

    @property
    def actor(self) -> UUID: ...


def who_acted(*, rows: Iterable[Acted]) -> dict[UUID, Person]:
    """The people behind the rows; whoever is no longer known is absent. One query."""
    return Person.objects.in_bulk({row.actor for row in rows})


def demo_logins() -> QuerySet[Login]:
    """The made-up cast, in the order of the play."""
    return Login.objects.filter(demo=True, is_active=True).select_related("person").order_by("demo_order", "pk")


def other_municipalities(*, than: Municipality) -> QuerySet[Municipality]:
    """Every municipality but one, in Danish order."""
    return Municipality.objects.exclude(pk=than.pk).order_by("sort_key")
