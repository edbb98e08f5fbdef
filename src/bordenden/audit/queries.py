"""Reads of the audit: who has seen a table, who has written on it, and the heads of the chains."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.db.models import Count, Max, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from bordenden.audit.models import Block, Entry
from bordenden.audit.words import LOOKS, Kind


class Known(Protocol):
    """A table or a person: something with a UUID."""

    @property
    def pk(self) -> UUID: ...


class Standing(Known, Protocol):
    """Something that stands at a table."""

    @property
    def table_id(self) -> UUID: ...


@dataclass(frozen=True, slots=True)
class Seen:
    """One who has looked: on how many days (Danish calendar days), and when last."""

    actor: UUID
    days: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Head:
    """The end of one municipality's chain: what leaves the database daily."""

    municipality: int
    number: int
    last: int
    digest: str
    sealed_at: datetime


def looks_at(table: Known, *, besides: Known | None = None, apart: str = "") -> QuerySet[Entry]:
    """Looks at what stands on the table, newest first; `besides` leaves out one viewer, e.g. its own head.

    `apart` leaves out the things of one kind, which are not for everybody at the table to know of.
    """
    rows = _entries_of(table, besides).filter(kind__in=LOOKS)
    return rows.exclude(thing_type=apart) if apart else rows


def looks_on(thing: Standing, *, besides: Known) -> QuerySet[Entry]:
    """Looks at one thing at a table by others than its owner, newest first."""
    rows = Entry.objects.filter(table=thing.table_id, thing=thing.pk, kind__in=LOOKS)
    return rows.exclude(actor=besides.pk).order_by("-at", "-id")


def look_at(table: Known, *, number: int) -> Entry | None:
    """The one look at this table with that number, or None: a number of another table's is nobody's."""
    return looks_at(table).filter(pk=number).first()


def writes_at(table: Known, *, besides: Known | None = None) -> QuerySet[Entry]:
    """What was written on the table, newest first."""
    return _entries_of(table, besides).filter(kind=Kind.WRITE)


def seen_days(table: Known, *, since: datetime, besides: Known | None = None, apart: str = "") -> tuple[Seen, ...]:
    """Each viewer once since then, the latest first: on how many days, and when last. One query."""
    zone = timezone.get_default_timezone()
    rows: QuerySet[Any, Any] = (
        looks_at(table, besides=besides, apart=apart)
        .filter(at__gte=since)
        .order_by()
        .values("actor")
        .annotate(days=Count(TruncDate("at", tzinfo=zone), distinct=True), last_at=Max("at"))
        .order_by("-last_at", "actor")
    )
    return tuple(Seen(row["actor"], row["days"], row["last_at"]) for row in rows)


def municipalities() -> tuple[int, ...]:
    """Every municipality that has an entry or a block, in order."""
    entered = Entry.objects.order_by().values_list("municipality", flat=True).distinct()
    sealed = Block.objects.order_by().values_list("municipality", flat=True).distinct()
    return tuple(sorted({*entered, *sealed}))


def heads() -> tuple[Head, ...]:
    """The last block of every municipality, in order of municipality."""
    last: dict[int, Block] = {block.municipality: block for block in Block.objects.order_by("number")}
    return tuple(
        Head(block.municipality, block.number, block.last, block.digest, block.sealed_at)
        for _, block in sorted(last.items())
    )


def _entries_of(table: Known, besides: Known | None) -> QuerySet[Entry]:
    rows: QuerySet[Entry] = Entry.objects.filter(table=table.pk)
    if besides is not None:
        rows = rows.exclude(actor=besides.pk)
    return rows.order_by("-at", "-id")
