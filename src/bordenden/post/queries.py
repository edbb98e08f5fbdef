"""Reads about letters: which are to be sorted, printed, or looked into; never what they are about to outsiders."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

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


@dataclass(frozen=True, slots=True)
class ToPrint:
    """A table from which letters are to be sent on paper: to how many people, and since when."""

    table: UUID
    people: int
    since: datetime


def _on_paper(**where: Any) -> Q:  # noqa: ANN401 (whatever Django can compare a column with)
    """Wished on paper, or no mail came through. Where is said in both: each has an index of its own, and SQLite reads
    every letter there is when it stands outside the "or"."""
    return Q(way=Way.PAPER, state=State.WAITING, **where) | Q(state=State.FAILED, **where)


def to_print(*, table: Place, besides: Somebody) -> QuerySet[Letter]:
    """What is to be sent on paper from the table, oldest first; whoever looks needs no letter."""
    rows = Letter.objects.filter(_on_paper(table=table.pk))
    return rows.exclude(person=besides.pk).order_by("queued_at", "pk")


def tables_to_print(*, tables: QuerySet[Any], besides: Somebody) -> list[ToPrint]:
    """Of these tables those with something to print, who has waited longest first. One query."""
    rows = Letter.objects.filter(_on_paper(table__in=tables.order_by().values("pk"))).exclude(person=besides.pk)
    groups = rows.order_by().values("table").annotate(people=Count("person", distinct=True), since=Min("queued_at"))
    found = [(row["table"], row["people"], row["since"]) for row in groups.order_by("since", "table")]
    return [ToPrint(table, people, since) for table, people, since in found if table is not None]


def first_on_paper(*, tables: QuerySet[Any], besides: Somebody) -> QuerySet[Letter]:
    """Of these tables (their ids, as a part of the question) the letter each has waited longest to have printed."""
    mine = Letter.objects.exclude(person=besides.pk)
    sooner = Q(queued_at__lt=OuterRef("queued_at")) | Q(queued_at=OuterRef("queued_at"), pk__lt=OuterRef("pk"))
    earlier = mine.filter(_on_paper(table=OuterRef("table")), sooner)
    return mine.filter(_on_paper(table__in=tables), ~Exists(earlier))


def mail_fails(*, to: Somebody) -> bool:
    """Whether a mail to the person has failed and nobody has dealt with it yet."""
    return Letter.objects.filter(person=to.pk, state=State.FAILED, way=Way.EMAIL).exists()


def failed() -> QuerySet[Letter]:
    """Every letter that could not be sent, oldest first."""
    return Letter.objects.filter(state=State.FAILED).order_by("settled_at", "pk")


def counted() -> list[tuple[int, str, str, int]]:
    """How many letters there are by municipality, way and state."""
    groups = Letter.objects.order_by("municipality", "way", "state").values_list("municipality", "way", "state")
    return list(groups.annotate(number=Count("pk")))
