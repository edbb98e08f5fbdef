"""Reads about following up: what is due, what was said at a table, and exits nobody has planned it for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.utils.timezone import localdate

from bordenden.followup.models import FollowUp
from bordenden.pathways.models import Enrolment, Exit, Table
from bordenden.pathways.words import ExitReason
from bordenden.people.models import Municipality
from bordenden.plans.queries import LeftOpen, left_columns


def due(*, rows: QuerySet[FollowUp], at: datetime) -> QuerySet[FollowUp]:
    """Of these the newest of each exit whose day has come, where nobody has said how it went; the oldest first.

    An older one that nobody answered is not asked about again: her memory of it is no longer of that day. Nor is one
    at a closed table, where nothing is written any more.
    """
    return _not_said(rows, at).filter(due_on__lte=localdate(at)).order_by("due_on", "pk")


def _not_said(rows: QuerySet[FollowUp], at: datetime) -> QuerySet[FollowUp]:
    later = FollowUp.objects.filter(exit=OuterRef("exit"), due_on__lte=localdate(at), due_on__gt=OuterRef("due_on"))
    return rows.filter(~Exists(later), status="", table__closed_at__isnull=True)


def next_days(*, tables: Iterable[Table], at: datetime) -> dict[UUID, date]:
    """The next day to hear how it goes, come or to come, at those of the tables where there is one. One query."""
    rows = _not_said(FollowUp.objects.filter(table__in=list(tables)), at).order_by("-due_on")
    return dict(rows.values_list("table", "due_on"))


def asked_now(*, table: Table, at: datetime) -> FollowUp | None:
    """What she may answer now, if anything. One query."""
    return due(rows=FollowUp.objects.filter(table=table), at=at).last()


@dataclass(frozen=True, slots=True)
class After:
    """How her newest course ended, what is still open on her plan, and the day she may answer about now, if any."""

    ended: Exit
    left: LeftOpen
    asked: UUID | None


def over_column(*, table: str) -> dict[str, Combinable]:
    """For rows that name their table in that column: whether any course ended there."""
    return {"over": Exists(Exit.objects.filter(table=OuterRef(table)))}


def after_course(*, table: Table, at: datetime) -> After | None:
    """For her first page, once the course is over; None where one goes on, or none has ended. One query."""
    days = due(rows=FollowUp.objects.filter(table=OuterRef("table")), at=at).order_by("-due_on", "pk")
    going = Enrolment.objects.filter(table=OuterRef("table"), ended_on__isnull=True)
    columns = left_columns("table")
    rows = Exit.objects.filter(~Exists(going), table=table).annotate(asked=Subquery(days.values("pk")[:1]), **columns)
    ended = rows.order_by("-on", "pk").first()
    if ended is None:
        return None
    return After(ended, LeftOpen(*(getattr(ended, name) for name in columns)), ended.asked)


def follow_ups(*, ended: Exit) -> list[FollowUp]:
    """The days after one exit, the first first. One query."""
    return list(ended.follow_ups.select_related("noted_by").order_by("months"))


def in_project_again(*, follow_up: FollowUp) -> bool:
    """Whether she has a course at the table that goes on now."""
    going = Enrolment.objects.filter(table=follow_up.table_id, activated_on__isnull=False, ended_on__isnull=True)
    return going.exists()


def not_planned(*, municipality: Municipality) -> QuerySet[Exit]:
    """Exits without any day to ask about: of people who live, whose course had begun, at tables still written at."""
    planned, begun = FollowUp.objects.filter(exit=OuterRef("pk")), Q(enrolment__activated_on__isnull=False)
    rows = Exit.objects.filter(begun, ~Exists(planned), municipality=municipality, table__closed_at__isnull=True)
    rows = rows.exclude(reason=ExitReason.DEATH)
    return rows.order_by("on", "pk")
