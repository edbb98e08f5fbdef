"""Who was whose caseworker, from when to when, and why it changed."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby, zip_longest

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils.timezone import localdate

from bordenden.foundation.lasting import during
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.programmes.models import Project


def coordinators_before(*, table: Table, at: datetime) -> QuerySet[Seat]:
    """The seats of the caseworkers who left her table, the last to leave first; one that never began is none.

    `here` stands on each: whether that one sits at the table again, as anything.
    """
    again = Seat.objects.filter(during(at), table=OuterRef("table"), person=OuterRef("person"))
    left = Seat.objects.filter(table=table, role=SeatRole.COORDINATOR, ends_at__lte=at).annotate(here=Exists(again))
    return left.exclude(ends_at=F("starts_at")).select_related("person").order_by("-ends_at", "pk")


def changes_in(*, project: Project, at: datetime) -> QuerySet[Seat]:
    """Every time a caseworker left a table of the project: its case number, and no name of hers.

    The last first; a seat that never began, or lies wholly outside the project's courses, is none.
    """
    here = Enrolment.objects.filter(table=OuterRef("table"), project=project).order_by("-referred_on", "pk")
    left = Seat.objects.filter(role=SeatRole.COORDINATOR, ends_at__lte=at).exclude(ends_at=F("starts_at"))
    rows = left.filter(table__in=Enrolment.objects.filter(project=project).order_by().values("table"))
    return (
        rows.select_related("person")
        .annotate(reference=Subquery(here.values("reference")[:1]))
        .order_by("-ends_at", "reference", "pk")
    )


def followed_by(*, seats: Iterable[Seat]) -> dict[Seat, Person]:
    """Of caseworkers who left: who came next, where anybody did. One query."""
    left = list(seats)
    rows = Seat.objects.filter(table__in={seat.table_id for seat in left}, role=SeatRole.COORDINATOR)
    came = list(rows.exclude(ends_at=F("starts_at")).select_related("person").order_by("starts_at", "pk"))
    found = {}
    for seat in left:
        end = seat.ends_at or seat.starts_at
        after = next((one for one in came if one.table_id == seat.table_id and one.starts_at >= end), None)
        if after is not None:
            found[seat] = after.person
    return found


@dataclass(frozen=True, slots=True)
class Held:
    """One course from its first day to its last, or today, and who was caseworker from when to when."""

    first: date
    last: date
    who: list[Hashable]
    starts: list[date]
    stops: list[date | None]


def held_courses(*, project: Project, at: datetime) -> Iterator[Held]:
    """Every course of the project that has begun, ended ones too, in plain values. Two queries."""
    begun = Enrolment.objects.filter(project=project, activated_on__isnull=False).order_by("table_id", "pk")
    courses = list(begun.values_list("table_id", "activated_on", "ended_on"))
    seats = Seat.objects.filter(Q(table__in=begun.order_by().values("table")), role=SeatRole.COORDINATOR)
    spans = seats.order_by("table_id", "starts_at", "pk").values_list("table_id", "person_id", "starts_at", "ends_at")
    at_table = {table: list(rows) for table, rows in groupby(spans, key=lambda row: row[0])}
    today = localdate(at)
    for table, activated, ended in courses:
        first = activated or today
        rows = at_table.get(table, [])
        starts = [localdate(row[2]) for row in rows]
        yield Held(
            first,
            max(first, min(ended or today, today)),
            [row[1] for row in rows],
            starts,
            [_before_next(row[3], after) for row, after in zip_longest(rows, starts[1:])],
        )


def _before_next(end: datetime | None, after: date | None) -> date | None:
    """A day is one caseworker's: whoever comes next has it."""
    stop = localdate(end) if end else None
    return min(stop or after, after) if after else stop
