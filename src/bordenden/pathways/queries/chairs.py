"""Empty chairs of a project, and what one caseworker would leave behind: case numbers, never a name or a word."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery

from bordenden.foundation.lasting import during
from bordenden.foundation.prepared import Question
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.programmes.models import Office, Project
from bordenden.programmes.words import OfficeRole

# Whose names the leader knows anyhow; of all others at a table only how many there are.
_OF_THE_OFFICE = (SeatRole.COORDINATOR, SeatRole.SUBSTITUTE)


@dataclass(frozen=True, slots=True)
class Chair:
    """A course without a caseworker in office: since when, who of the office sits there, how many others as what.

    `held_by`: who still sits there and works here no more; None for an empty chair.
    """

    course: Enrolment
    since: datetime
    held_by: Person | None
    substitutes: tuple[Person, ...]
    others: tuple[tuple[SeatRole, int], ...]


def case_numbers(*, tables: Iterable[Table]) -> dict[Table, str]:
    """Each table's newest case number, "" for none, in the order given. One query."""
    numbers = dict.fromkeys(tables, "")
    rows = Enrolment.objects.filter(table__in=list(numbers)).order_by("referred_on", "-pk")
    known = dict(rows.values_list("table_id", "reference"))
    return {table: known.get(table.pk, "") for table in numbers}


def open_courses(*, project: Project) -> QuerySet[Enrolment]:
    """The project's courses that have not ended, at tables that are not closed, by case number."""
    rows = Enrolment.objects.filter(project=project, ended_on__isnull=True, table__closed_at__isnull=True)
    return rows.select_related("table").order_by("reference_key", "reference", "pk")


def some_empty_chairs(begin: int | None, end: int | None, *, project: Project, at: datetime) -> list[Enrolment]:
    """The empty chairs from a place to another, or all of them."""
    return _empty.ask(begin, end, project=project.pk, home=project.municipality_id, at=at)


@Question
def _empty(begin: int | None, end: int | None, *, project: UUID, home: int, at: datetime) -> QuerySet[Enrolment]:
    return empty_chairs(project=Project(pk=project, municipality_id=home), at=at)[begin:end]


def empty_chairs(*, project: Project, at: datetime) -> QuerySet[Enrolment]:
    """Open courses where no caseworker in office sits: nobody at all, or somebody who works there no more."""
    works = Office.objects.filter(
        during(at),
        role=OfficeRole.CASEWORKER,
        person=OuterRef("person"),
        project__municipality=project.municipality_id,
    )
    held = Seat.objects.filter(during(at), Exists(works), table=OuterRef("table"), role=SeatRole.COORDINATOR)
    return open_courses(project=project).filter(~Exists(held))


def still_held(*, courses: Iterable[Enrolment], at: datetime) -> bool:
    """Whether at any of these tables a coordinator sits. One query."""
    tables = [course.table_id for course in courses]
    return bool(tables and _held_at_any.ask(tables=tables, at=at))


@Question
def _held_at_any(*, tables: Sequence[UUID], at: datetime) -> QuerySet[Seat, tuple[UUID]]:
    held = Seat.objects.filter(during(at), table__in=tables, role=SeatRole.COORDINATOR)
    return held.order_by().values_list("pk")[:1]


def chairs_of(*, courses: Sequence[Enrolment], at: datetime) -> list[Chair]:
    """What may be seen of these tables. Three queries."""
    tables = [course.table_id for course in courses]
    now: dict[UUID, list[Seat]] = {}
    for seat in _seated.ask(tables=tables, at=at):
        now.setdefault(seat.table_id, []).append(seat)
    left = dict(_left_last.ask(tables=tables, at=at))
    holders = {seat.person for seats in now.values() for seat in seats if seat.role == SeatRole.COORDINATOR}
    over = dict(_office_over.ask(people=sorted(person.pk for person in holders), at=at))
    out = {person: over[person.pk] for person in holders if person.pk in over}
    return [_chair(course, now.get(course.table_id, []), left.get(course.table_id), out) for course in courses]


@Question
def _seated(*, tables: Sequence[UUID], at: datetime) -> QuerySet[Seat]:
    held = Seat.objects.filter(during(at), table__in=tables).select_related("person")
    return held.order_by("person__sort_key", "pk")


@Question
def _left_last(*, tables: Sequence[UUID], at: datetime) -> QuerySet[Seat, tuple[UUID, datetime]]:
    ended = Seat.objects.filter(table__in=tables, role=SeatRole.COORDINATOR, ends_at__lte=at).order_by()
    return ended.values_list("table_id").annotate(last=Max("ends_at"))


@Question
def _office_over(*, people: Sequence[UUID], at: datetime) -> QuerySet[Office, tuple[UUID, datetime]]:
    held = Office.objects.filter(person__in=people, role=OfficeRole.CASEWORKER, ends_at__lte=at).order_by()
    return held.values_list("person_id").annotate(last=Max("ends_at"))


def _chair(course: Enrolment, seats: Sequence[Seat], left: datetime | None, out: dict[Person, datetime]) -> Chair:
    holder = next((seat for seat in seats if seat.role == SeatRole.COORDINATOR), None)
    since = out.get(holder.person, holder.starts_at) if holder else left or course.table.opened_at
    others = Counter(SeatRole(seat.role) for seat in seats if seat.role not in _OF_THE_OFFICE)
    return Chair(
        course,
        since,
        holder.person if holder else None,
        tuple(seat.person for seat in seats if seat.role == SeatRole.SUBSTITUTE),
        tuple((role, others[role]) for role in SeatRole if others[role]),
    )


def held_at(*, project: Project, person: Person, role: SeatRole, at: datetime) -> QuerySet[Seat]:
    """What somebody holds in the role at tables of the project, now or later; those without any course count here.

    A table whose open course is another project's is that one's. By case number, ended courses too.
    """
    here = Enrolment.objects.filter(table=OuterRef("table"), project=project)
    elsewhere = Enrolment.objects.filter(table=OuterRef("table"), ended_on__isnull=True).exclude(project=project)
    any_course = Enrolment.objects.filter(table=OuterRef("table"))
    mine = Seat.objects.filter(person=person, role=role).exclude(ends_at__lte=at).select_related("table")
    ours = (Q(Exists(here)) & ~Q(Exists(elsewhere))) | ~Q(Exists(any_course))
    newest = here.order_by("-referred_on", "pk")
    return (
        mine.filter(ours)
        .annotate(
            reference=Subquery(newest.values("reference")[:1]),
            reference_key=Subquery(newest.values("reference_key")[:1]),
            runs=Exists(here.filter(ended_on__isnull=True)),
        )
        .order_by("reference_key", "reference", "pk")
    )


def caseload_of(*, project: Project, person: Person, at: datetime) -> list[Seat]:
    """The coordinator's seats somebody would leave behind in the project; `reference` and `runs` stand on each."""
    return _caseload.ask(project=project.pk, person=person.pk, at=at)


@Question
def _caseload(*, project: UUID, person: UUID, at: datetime) -> QuerySet[Seat]:
    return held_at(project=Project(pk=project), person=Person(pk=person), role=SeatRole.COORDINATOR, at=at)


def open_courses_of(*, people: Iterable[Person], at: datetime) -> dict[Person, int]:
    """At how many tables with an open course each is the coordinating caseworker, anywhere. One query."""
    each = list(people)
    rows = _coordinating.ask(people=[person.pk for person in each], at=at) if each else []
    counts = Counter(person for (person,) in rows)
    return {person: counts[person.pk] for person in each}


@Question
def _coordinating(*, people: Sequence[UUID], at: datetime) -> QuerySet[Seat, tuple[UUID]]:
    runs = Enrolment.objects.filter(table=OuterRef("table"), ended_on__isnull=True)
    seats = Seat.objects.filter(during(at), Exists(runs), person__in=people, role=SeatRole.COORDINATOR)
    return seats.order_by().values_list("person_id")
