"""What stands in a contact log after corrections: the last contact, who waits, whose turn; requests for help."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce, RowNumber
from django.utils.timezone import localdate

from bordenden.contactlog.models import Entry, HelpRequest
from bordenden.contactlog.words import WRITTEN, Channel, Direction, Outcome, Turn, Urgency, asks
from bordenden.foundation.days import begin_of, end_of
from bordenden.foundation.prepared import Question
from bordenden.foundation.working_days import working_day_back
from bordenden.pathways.models import Table

# Working days within which what comes in is answered; the evaluation counts by the same number (docs/domain.md, 1c).
ANSWERED_WITHIN = 2
# The kinds of waiting that are of this room: see `who_waits`.
LAST_OF_OURS = 4


@dataclass(frozen=True, slots=True)
class LastContact:
    """Where a table stands: when they last had contact (None: never), the newest try, and whose turn it is.

    `asked_at` is when the citizen asked what nobody has answered (the oldest; None: nothing waits), `urgent` whether
    any of what waits is about a placement found or at risk.
    """

    reached_at: datetime | None
    tried_at: datetime
    outcome: Outcome
    turn: Turn
    asked_at: datetime | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class AlsoDue:
    """A kind of waiting that a room above knows of: at which tables, and which of their columns says since when."""

    when: Q
    since: str


def visits(begin: int, end: int, *, table: Table) -> list[Entry]:
    """The visits at which they met, as they stand, from a place to another, the newest first."""
    return _visits.ask(begin, end, table=table.pk)


@Question
def _visits(begin: int, end: int, *, table: UUID) -> QuerySet[Entry]:
    held = standing_rows().filter(table_id=table, channel=Channel.VISIT, outcome=Outcome.REACHED)
    return held.order_by("-happened_at", "pk")[begin:end]


def last_contacts(*, tables: Iterable[Table], at: datetime) -> dict[UUID, LastContact]:
    """For each table with any contact up to `at`, where it stands. Two queries, whatever the number of tables.

    What waits is asked apart: as a part of the first question Django took five times as long to write it.
    """
    keys = [table.pk for table in tables]
    rows = _newest_of_each.ask(tables=keys, at=at)
    asked: dict[UUID, list[tuple[datetime, str]]] = {}
    for table, asked_at, urgency in _unanswered_at.ask(tables=keys, at=at):
        asked.setdefault(table, []).append((asked_at, urgency))
    return {row.table_id: _last(row, row.reached_at, asked.get(row.table_id, [])) for row in rows}


@Question
def _newest_of_each(*, tables: Sequence[UUID], at: datetime) -> QuerySet[Entry, Any]:
    """The newest contact of each table, with when they last had any (`reached_at`)."""
    reached = When(outcome=Outcome.REACHED, then=F("happened_at"))
    by_table = [F("table_id")]
    newest_first = [F("happened_at").desc(), F("written_at").desc(), F("pk").asc()]
    return (
        standing_rows()
        .filter(table__in=tables, happened_at__lte=at)
        .annotate(
            reached_at=Window(Max(Case(reached)), partition_by=by_table),
            rank=Window(RowNumber(), partition_by=by_table, order_by=newest_first),
        )
        .filter(rank=1)
        .only("table_id", "happened_at", "outcome", "direction", "channel")
        .order_by("table_id")
    )


@Question
def _unanswered_at(*, tables: Sequence[UUID], at: datetime) -> QuerySet[Entry, tuple[UUID, datetime, str]]:
    """What waits for an answer at each table: when it was asked, the oldest first, and how urgent it is."""
    rows = standing_rows().filter(_waits(at), table__in=tables, happened_at__lte=at).order_by("happened_at", "pk")
    return rows.values_list("table_id", "happened_at", "urgency")


def _last(row: Entry, reached_at: datetime | None, asked: list[tuple[datetime, str]]) -> LastContact:
    own = turn(row)
    if own != Turn.CARE:
        own = Turn.OURS if asked else Turn.NONE if own == Turn.OURS else own
    return LastContact(
        reached_at,
        row.happened_at,
        Outcome(row.outcome),
        own,
        asked[0][0] if asked else None,
        any(urgency != Urgency.NONE for _asked_at, urgency in asked),
    )


def unanswered(*, table: Table, at: datetime) -> list[Entry]:
    """What the citizen asked and nobody has answered, the newest first, each as it stands now. One query."""
    return _unanswered_by.ask(table=table.pk, at=at)


@Question
def _unanswered_by(*, table: UUID, at: datetime) -> QuerySet[Entry]:
    rows = standing_rows().filter(_waits(at), table_id=table, happened_at__lte=at)
    return rows.select_related("written_by").order_by("-happened_at", "-written_at", "pk")


def quiet_days(*, since: datetime, at: datetime) -> int:
    """Whole days without contact, counted in Danish calendar days as people do: yesterday evening is one day ago."""
    return (localdate(at) - localdate(since)).days


def whose_turn(*, tables: QuerySet[Table], turn: Turn, at: datetime) -> QuerySet[Table]:
    """Of these tables those of which `last_contacts` says `turn`: the same rule, asked of the database."""
    found = _with_newest(tables, at)
    asked, absent = Exists(_unanswered(at)), Exists(_newest_is(Q(outcome=Outcome.ABSENT)))
    tried = Exists(_newest_is(Q(direction=Direction.OUT, outcome=Outcome.NO_ANSWER)))
    sent = Exists(_newest_is(Q(direction=Direction.OUT, outcome=Outcome.SENT)))
    conditions = {
        Turn.CARE: Q(absent),
        Turn.OURS: Q(~absent, asked),
        Turn.TRY: Q(~asked, tried),
        Turn.WAITING: Q(~asked, sent),
        Turn.NONE: Q(~absent, ~asked, ~tried, ~sent),
    }
    return found.filter(conditions[turn])


def quiet_for(*, tables: QuerySet[Table], days: int, at: datetime) -> QuerySet[Table]:
    """Of these tables those without contact for that many Danish calendar days, as `quiet_days` counts them.

    Where there never was any, the days are counted from when the table was laid.
    """
    since = end_of(localdate(at) - timedelta(days=days))
    reached = standing_rows().filter(
        table=OuterRef("pk"), outcome=Outcome.REACHED, happened_at__gte=since, happened_at__lte=at
    )
    return tables.filter(~Exists(reached), opened_at__lt=since)


def no_contact_since(*, column: str, at: datetime) -> Q:
    """As a part of another question: tables without contact from a moment of their own on, held in that column."""
    reached = standing_rows().filter(
        table=OuterRef("pk"), outcome=Outcome.REACHED, happened_at__gte=OuterRef(column), happened_at__lte=at
    )
    return Q(~Exists(reached))


def heard_from() -> QuerySet[Entry]:
    """Contacts as they stand in which she was reached, or in which she wrote or called herself."""
    return standing_rows().filter(Q(outcome=Outcome.REACHED) | Q(direction=Direction.IN) & ~Q(outcome=Outcome.ABSENT))


def tried(*, table: Table, since: datetime, most: int | None = None) -> list[Entry]:
    """How somebody tried to reach her since then, as it stands, whether or not it succeeded; the newest first."""
    return _tried.ask(most, table=table.pk, since=since)


@Question
def _tried(most: int | None, *, table: UUID, since: datetime) -> QuerySet[Entry]:
    rows = standing_rows().filter(table_id=table, direction=Direction.OUT, happened_at__gte=since)
    newest_first = rows.select_related("written_by", "replies_to").order_by("-happened_at", "-written_at", "pk")
    return newest_first[:most]


def reached_at(*, at: datetime) -> QuerySet[Entry, datetime]:
    """As a part of another question: the moment of the last contact at the table of its rows, up to `at`."""
    rows = standing_rows().filter(table=OuterRef("table"), outcome=Outcome.REACHED, happened_at__lte=at)
    return rows.order_by("-happened_at").values_list("happened_at", flat=True)[:1]


def who_waits(
    *, tables: QuerySet[Table], late: datetime, at: datetime, also: Sequence[AlsoDue] = ()
) -> QuerySet[Table]:
    """Of these tables those where an answer or care is due, the most urgent first, with what is needed to say so.

    `due` is 1 for a placement found or at risk, 2 for an answer that was expected before `late`, 3 for care after an
    absence, 4 for an answer that still has time, 5 and on for what `also` names, in its order; `waits_since` is when
    it began. A table is there once, for what is most urgent.
    """
    oldest = _unanswered(at).order_by("happened_at").values("happened_at")[:1]
    newest_at = Entry.objects.filter(pk=OuterRef("newest")).values("happened_at")
    found = _with_newest(tables, at).annotate(asked_at=Subquery(oldest))
    absent = Q(Exists(_newest_is(Q(outcome=Outcome.ABSENT))))
    more = list(enumerate(also, start=LAST_OF_OURS + 1))
    found = found.filter(reduce(or_, (one.when for _due, one in more), Q(asked_at__isnull=False) | absent))
    due = Case(
        When(Exists(_unanswered(at).exclude(urgency=Urgency.NONE)), then=Value(1)),
        When(asked_at__lt=late, then=Value(2)),
        When(absent, then=Value(3)),
        When(asked_at__isnull=False, then=Value(4)),
        *(When(one.when, then=Value(number)) for number, one in more),
        default=Value(LAST_OF_OURS),
    )
    of_more = [When(due=number, then=F(one.since)) for number, one in more]
    since = Case(When(due=3, then=Subquery(newest_at)), *of_more, default=F("asked_at"))
    return found.annotate(due=due).annotate(waits_since=since).order_by("due", "waits_since", "pk")


def answer_expected_before(*, at: datetime) -> datetime:
    """Whatever came in before this moment should have been answered by now."""
    return begin_of(working_day_back(localdate(at), ANSWERED_WITHIN))


def _with_newest(tables: QuerySet[Table], at: datetime) -> QuerySet[Table]:
    """Each with the id of its newest standing entry, as `last_contacts` finds it."""
    entries = standing_rows().filter(table=OuterRef("pk"), happened_at__lte=at)
    return tables.annotate(newest=Subquery(entries.order_by("-happened_at", "-written_at", "pk").values("pk")[:1]))


def _newest_is(condition: Q) -> QuerySet[Entry]:
    return Entry.objects.filter(condition, pk=OuterRef("newest"))


def _unanswered(at: datetime) -> QuerySet[Entry]:
    """Of one table: what the citizen asked and nobody has answered."""
    return standing_rows().filter(_waits(at), table=OuterRef("pk"), happened_at__lte=at)


def turn(entry: Entry) -> Turn:
    """Whose turn it is after this contact alone. An absence always calls for care."""
    if entry.outcome == Outcome.ABSENT:
        return Turn.CARE
    if entry.direction == Direction.IN:
        return Turn.OURS if asks(Channel(entry.channel), Direction.IN, Outcome(entry.outcome)) else Turn.NONE
    return {Outcome.NO_ANSWER: Turn.TRY, Outcome.SENT: Turn.WAITING}.get(Outcome(entry.outcome), Turn.NONE)


def standing_rows() -> QuerySet[Entry]:
    """The rows that stand: no row of the same chain has a higher version."""
    first = Coalesce(OuterRef("corrects_id"), OuterRef("pk"))
    later = Entry.objects.filter(corrects=first, version__gt=OuterRef("version"))
    return Entry.objects.filter(~Exists(later))


def waiting(*, requests: QuerySet[HelpRequest]) -> QuerySet[HelpRequest]:
    """Of these requests those that nobody has answered, what was promised first at the top."""
    rows = requests.filter(answered_at__isnull=True, taken_back_at__isnull=True)
    return rows.select_related("asked_by", "about_person").order_by("due_on", "asked_at", "pk")


def promised(*, tables: Iterable[Table]) -> dict[UUID, date]:
    """The first day an answer was promised by, at those of the tables where one is. One query."""
    rows = waiting(requests=HelpRequest.objects.filter(table__in=list(tables))).order_by("-due_on")
    return dict(rows.select_related(None).values_list("table", "due_on"))


def requests_of(*, table: Table) -> QuerySet[HelpRequest]:
    """All she has asked for at this table, the newest first, with who answered. One query."""
    rows = HelpRequest.objects.filter(table=table).select_related("asked_by", "answered_by", "about_person")
    return rows.order_by("-asked_at", "pk")


def _asks() -> Q:
    """`words.asks` in SQL."""
    written = Q(channel__in=sorted(WRITTEN)) & ~Q(outcome=Outcome.ABSENT)
    return Q(direction=Direction.IN) & (Q(outcome=Outcome.NO_ANSWER) | written)


def _waits(at: datetime) -> Q:
    """A standing row that asks and has no answer up to `at`.

    An answer either says which entry it answers, or says nothing and comes later: then it answers all before it.
    """
    named = Q(replies_to=Coalesce(OuterRef("corrects_id"), OuterRef("pk")))
    later = Q(happened_at__gt=OuterRef("happened_at")) | Q(
        happened_at=OuterRef("happened_at"), written_at__gt=OuterRef("written_at")
    )
    answers = standing_rows().filter(named | (Q(replies_to__isnull=True) & later & ~_asks()))
    return Q(_asks(), ~Exists(answers.filter(table_id=OuterRef("table_id"), happened_at__lte=at)))
