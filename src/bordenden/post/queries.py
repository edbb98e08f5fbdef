"""Reads about letters: which are to be sorted, printed, or looked into; never what they are about to outsiders."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from bordenden.post.models import Letter
from bordenden.post.words import Kind, State, Way


class Place(Protocol):
    """A table."""

    @property
    def pk(self) -> UUID: ...


class Somebody(Protocol):
    """A person."""

    @property
    def pk(self) -> UUID: ...


def unsorted(*, municipality: int, at: datetime) -> QuerySet[Letter]:
    """What is due and has not been given its way yet, oldest first."""
    due = Letter.objects.filter(state=State.WAITING, not_before__lte=at, way="", municipality=municipality)
    return due.order_by("not_before", "pk")


def places_due(*, at: datetime, lost: datetime) -> frozenset[int]:
    """In which municipalities a letter is due, or has been in somebody's hand since before `lost`."""
    due = Q(state=State.WAITING, not_before__lte=at, claim__isnull=True) & ~Q(way=Way.PAPER)
    held = Q(claim__isnull=False, claimed_at__lte=lost)
    return frozenset(Letter.objects.filter(due | held).order_by().values_list("municipality", flat=True).distinct())


def waiting_about(*, municipality: int, kind: Kind) -> QuerySet[Letter]:
    """Letters of a kind that wait."""
    return Letter.objects.filter(state=State.WAITING, kind=kind, municipality=municipality).order_by(
        "queued_at", "pk"
    )


def to_print(*, tables: Iterable[Place], besides: Somebody) -> QuerySet[Letter]:
    """What is to be sent on paper from these tables: wished so, or no mail came through. Oldest first."""
    paper = Q(way=Way.PAPER, state=State.WAITING) | Q(state=State.FAILED)
    rows = Letter.objects.filter(paper, table__in=[table.pk for table in tables])
    return rows.exclude(person=besides.pk).order_by("queued_at", "pk")


def failed() -> QuerySet[Letter]:
    """Every letter that could not be sent, oldest first."""
    return Letter.objects.filter(state=State.FAILED).order_by("settled_at", "pk")


def counted() -> list[tuple[int, str, str, int]]:
    """How many letters there are by municipality, way and state."""
    groups = Letter.objects.order_by("municipality", "way", "state").values_list("municipality", "way", "state")
    return list(groups.annotate(number=Count("pk")))
