"""Reads of the contact log: a table's contacts and what stands after corrections; who waits; requests for help."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case, Exists, F, Max, OuterRef, Prefetch, Q, QuerySet, When, Window
from django.db.models.functions import Coalesce, RowNumber
from django.utils.timezone import localdate

from bordenden.contactlog.models import Entry, HelpRequest
from bordenden.contactlog.words import WRITTEN, Channel, Direction, Outcome, Turn
from bordenden.pathways.models import Table


@dataclass(frozen=True, slots=True)
class LastContact:
    """Where a table stands: when they last had contact (None: never), the newest try, and whose turn it is."""

    reached_at: datetime | None
    tried_at: datetime
    outcome: Outcome
    turn: Turn


def newest(*, table: Table) -> QuerySet[Entry]:
    """A table's contacts, the newest first, each with its corrections in order. Two queries a page."""
    corrections = Entry.objects.select_related("written_by").order_by("version")
    return (
        Entry.objects.filter(table=table, corrects__isnull=True)
        .select_related("written_by")
        .prefetch_related(Prefetch("corrections", queryset=corrections))
        .order_by("-happened_at", "-written_at", "pk")
    )


def chain_of(*, entry: Entry) -> list[Entry]:
    """The entry as first written and its corrections, in order. One query."""
    first = entry.corrects_id or entry.pk
    rows = Entry.objects.filter(Q(pk=first) | Q(corrects=first), table_id=entry.table_id)
    return list(rows.select_related("written_by").order_by("version"))


def standing_of(*, entry: Entry) -> Entry:
    """What stands: the newest correction, or the entry itself."""
    return chain_of(entry=entry)[-1]


def last_contacts(*, tables: Iterable[Table], at: datetime) -> dict[UUID, LastContact]:
    """For each table with any contact up to `at`, where it stands. One query, whatever the number of tables."""
    reached = When(outcome=Outcome.REACHED, then=F("happened_at"))
    by_table = [F("table_id")]
    rows = (
        _standing()
        .filter(table__in=list(tables), happened_at__lte=at)
        .annotate(
            reached_at=Window(Max(Case(reached)), partition_by=by_table),
            rank=Window(
                RowNumber(),
                partition_by=by_table,
                order_by=[F("happened_at").desc(), F("written_at").desc(), F("pk").asc()],
            ),
        )
        .filter(rank=1)
        .order_by("table_id")
    )
    return {
        row.table_id: LastContact(row.reached_at, row.happened_at, Outcome(row.outcome), turn(row)) for row in rows
    }


def quiet_days(*, since: datetime, at: datetime) -> int:
    """Whole days without contact, counted in Danish calendar days as people do: yesterday evening is one day ago."""
    return (localdate(at) - localdate(since)).days


def turn(entry: Entry) -> Turn:
    """Whose turn it is after this contact. An absence always calls for care."""
    if entry.outcome == Outcome.ABSENT:
        return Turn.CARE
    if entry.direction == Direction.IN:
        waits = entry.outcome == Outcome.NO_ANSWER or Channel(entry.channel) in WRITTEN
        return Turn.OURS if waits else Turn.NONE
    return {Outcome.NO_ANSWER: Turn.TRY, Outcome.SENT: Turn.WAITING}.get(Outcome(entry.outcome), Turn.NONE)


def _standing() -> QuerySet[Entry]:
    """The rows that stand: no row of the same chain has a higher version."""
    first = Coalesce(OuterRef("corrects_id"), OuterRef("pk"))
    later = Entry.objects.filter(corrects=first, version__gt=OuterRef("version"))
    return Entry.objects.filter(~Exists(later))


def open_requests(*, tables: Iterable[Table]) -> QuerySet[HelpRequest]:
    """Who of these tables still waits for an answer, what was promised first at the top. One query."""
    return waiting(requests=HelpRequest.objects.filter(table__in=tables))


def waiting(*, requests: QuerySet[HelpRequest]) -> QuerySet[HelpRequest]:
    """Of these requests those that nobody has answered, what was promised first at the top."""
    rows = requests.filter(answered_at__isnull=True, taken_back_at__isnull=True)
    return rows.select_related("asked_by", "about_person").order_by("due_on", "asked_at", "pk")


def requests_of(*, table: Table) -> QuerySet[HelpRequest]:
    """All she has asked for at this table, the newest first, with who answered. One query."""
    rows = HelpRequest.objects.filter(table=table).select_related("asked_by", "answered_by", "about_person")
    return rows.order_by("-asked_at", "pk")
