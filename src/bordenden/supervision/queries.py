"""Reads of supervision: what can be drawn, the draw itself, what has been opened, and why somebody sits there."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from bordenden.audit.actions import Actor
from bordenden.foundation.lasting import during
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.programmes.models import Office, Project
from bordenden.programmes.words import OfficeRole
from bordenden.supervision.models import Supervised, Supervision


def can_be_drawn(*, project: Project, by: Actor, at: datetime) -> list[Table]:
    """The tables of the project's running courses, in the order of their ids; never one of the supervisor's own.

    Own is every table where the supervisor sits or has sat as anything else, and where the supervisor reads already.
    """
    mine = Seat.objects.filter(~Q(role=SeatRole.SUPERVISOR) | Q(ends_at__gt=at), person_id=by.pk)
    courses = Enrolment.objects.filter(project=project, activated_on__lte=localdate(at), exit__isnull=True)
    tables = Table.objects.filter(pk__in=courses.values("table")).exclude(pk__in=mine.values("table"))
    return list(tables.order_by("pk"))


def draw(*, among: Iterable[Table], seed: str, number: int) -> list[Table]:
    """At most `number` of the tables, by lot.

    Each table's lot is the SHA-256 of the seed and its id, the lowest are drawn: whoever has the seed can do it over,
    the order they are given in decides nothing, and a table that drops out changes no other's lot.
    """
    return sorted(among, key=lambda table: sha256(f"{seed}:{table.pk}".encode()).digest())[:number]


def of_project(*, project: Project) -> QuerySet[Supervision]:
    """Everything that has been opened in the project, newest first, with who opened it."""
    rows = Supervision.objects.filter(project=project).select_related("supervisor")
    return rows.order_by("-opened_at", "pk")


def own(*, by: Actor, project: Project) -> QuerySet[Supervision]:
    """What this supervisor has opened in the project, newest first."""
    return of_project(project=project).filter(supervisor=by.pk)


def held(*, by: Actor, at: datetime) -> QuerySet[Supervision]:
    """What this supervisor has opened and can still read: who has left the office reads no more, whatever the day."""
    rows = Supervision.objects.filter(supervisor=by.pk, ended_at__isnull=True, last_on__gte=localdate(at))
    return rows.filter(_in_office(by, at, project="project")).order_by("opened_at", "pk")


def drawn_tables(*, supervision: Supervision) -> QuerySet[Table]:
    """The tables of the sample."""
    return Table.objects.filter(pk__in=supervision.supervised.values("table")).order_by("pk")


def why_here(*, table: Table, by: Actor, at: datetime) -> Supervision | None:
    """The supervision by which somebody reads this table now, while in the office it was opened from. One query."""
    rows = Supervised.objects.filter(table=table, seat__person=by.pk, seat__starts_at__lte=at, seat__ends_at__gt=at)
    rows = rows.filter(_in_office(by, at, project="supervision__project"))
    found = rows.select_related("supervision").order_by("-seat__starts_at", "pk").first()
    return found.supervision if found else None


def with_purposes(*, seats: QuerySet[Seat]) -> QuerySet[Seat]:
    """The same seats, each with what a supervisor sits there for (`purpose`; None for everybody else)."""
    return seats.annotate(purpose=F("supervised__supervision__purpose"))


def _in_office(by: Actor, at: datetime, *, project: str) -> Exists:
    """Whether the person supervises in the project that column of a row names, at that moment."""
    return Exists(
        Office.objects.filter(during(at), person=by.pk, role=OfficeRole.SUPERVISOR, project=OuterRef(project))
    )
