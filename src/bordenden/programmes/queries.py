"""Reads about programmes: the offices a person holds, with what they are held in, and who is whose colleague."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from bordenden.audit.actions import Actor
from bordenden.foundation.lasting import during
from bordenden.foundation.prepared import Question
from bordenden.people.models import Municipality, Person
from bordenden.programmes.models import Office, Programme, Project, Trained, Training
from bordenden.programmes.words import STAFF, Department, OfficeRole


def leader_of(*, project: Project, at: datetime) -> Person | None:
    """Who leads the project at that moment, if anybody. One query."""
    rows = Office.objects.filter(during(at), project=project, role=OfficeRole.PROJECT_LEADER).select_related("person")
    office = rows.order_by("starts_at", "pk").first()
    return office.person if office else None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works in a project, and in which department."""

    person: Person
    department: Department


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a department's staff have had any training."""

    department: Department
    trained: int
    staff: int


def staff_of(*, project: Project, at: datetime) -> list[Member]:
    """Who works in the project now, each once, in Danish order. One query."""
    first: dict[object, Member] = {}
    for office in _staff.ask(project=project.pk, at=at):
        first.setdefault(office.person_id, Member(office.person, Department(office.department)))
    return list(first.values())


@Question
def _staff(*, project: UUID, at: datetime) -> QuerySet[Office]:
    held = Office.objects.filter(during(at), project=project, role__in=sorted(STAFF)).select_related("person")
    return held.order_by("person__sort_key", "person_id", "starts_at", "pk")


def trainings_of(*, project: Project) -> QuerySet[Training]:
    """The project's trainings, newest first."""
    return project.trainings.order_by("-held_on", "title", "pk")


def who_took_part(*, trainings: Sequence[Training]) -> dict[UUID, list[str]]:
    """The names of everybody who was at each of them. One query."""
    names: dict[UUID, list[str]] = {}
    for training, given, family in _took_part.ask(trainings=[training.pk for training in trainings]):
        names.setdefault(training, []).append(f"{given} {family}".strip())
    return names


@Question
def _took_part(*, trainings: Sequence[UUID]) -> QuerySet[Trained, tuple[UUID, str, str]]:
    """As plain columns: fifty people may have been trained fifty times, and models would cost a page."""
    rows = Trained.objects.filter(training__in=trainings).order_by("pk")
    return rows.values_list("training_id", "person__given_name", "person__family_name")


def coverage(*, project: Project, staff: Sequence[Member]) -> list[Coverage]:
    """For each department of the project's staff: how many have had a training in this project. One query."""
    once = Trained.objects.filter(training__project=project).order_by("person_id").distinct()
    trained = set(once.values_list("person_id", flat=True))
    return [
        Coverage(department, sum(member.person.pk in trained for member in members), len(members))
        for department in Department
        if (members := [member for member in staff if member.department == department])
    ]


@dataclass(frozen=True, slots=True)
class Order:
    """By which order, where it can be read, and from which day nothing follows from saying no; all empty for none."""

    basis: str = ""
    link: str = ""
    since: date | None = None


def order_of(*, programme: Programme) -> Order:
    """The one the programme carries."""
    return Order(programme.no_sanction_basis, programme.no_sanction_link, programme.no_sanction_from)


@dataclass(frozen=True, slots=True)
class AreaLine:
    """One of the areas: how many of its staff work in the project, and who sits in the steering group for it."""

    department: Department
    users: int
    members: tuple[Office, ...]


def areas(*, project: Project, at: datetime) -> list[AreaLine]:
    """All areas, also those nobody is from: what is missing is to be seen. Two queries."""
    staff = staff_of(project=project, at=at)
    seated = _seated.ask(project=project.pk, at=at)
    return [
        AreaLine(
            department,
            sum(member.department == department for member in staff),
            tuple(office for office in seated if office.department == department),
        )
        for department in Department
    ]


@Question
def _seated(*, project: UUID, at: datetime) -> QuerySet[Office]:
    return steering_of(project=Project(pk=project)).filter(during(at))


def steering_of(*, project: Project) -> QuerySet[Office]:
    """Whoever sits, or has sat, in the steering group, in Danish order of their names."""
    rows = Office.objects.filter(project=project, role=OfficeRole.STEERING).select_related("person")
    return rows.order_by("person__sort_key", "starts_at", "pk")


def team_of(*, project: Project) -> QuerySet[Office]:
    """Whoever works, or has worked, in the project, as what: by the office, then in Danish order of names."""
    rows = Office.objects.filter(project=project).exclude(role=OfficeRole.STEERING).select_related("person")
    return rows.order_by("role", "person__sort_key", "starts_at", "pk")


def in_team(*, project: Project, at: datetime) -> QuerySet[Office]:
    """Who works in the project at that moment, or will."""
    return team_of(project=project).exclude(ends_at__lte=at)


def left_team(*, project: Project, at: datetime) -> QuerySet[Office]:
    """Whoever worked there and does not any more, the last to leave first."""
    return team_of(project=project).filter(ends_at__lte=at).order_by("-ends_at", "person__sort_key", "pk")


@dataclass(frozen=True, slots=True)
class Caseworkers:
    """How many caseworkers a project had the day the first one came, has now, and has had in all."""

    first_on: date
    at_first: int
    now: int
    ever: int


def caseworkers_of(*, project: Project, at: datetime) -> Caseworkers | None:
    """None before the first one. One query."""
    rows = _caseworkers.ask(project=project.pk, at=at)
    if not rows:
        return None
    first_on = localdate(rows[0][1])
    return Caseworkers(
        first_on,
        len({person for person, start, _end in rows if localdate(start) == first_on}),
        len({person for person, _start, end in rows if end is None or end > at}),
        len({person for person, *_span in rows}),
    )


@Question
def _caseworkers(*, project: UUID, at: datetime) -> QuerySet[Office, tuple[UUID, datetime, datetime | None]]:
    held = Office.objects.filter(project_id=project, role=OfficeRole.CASEWORKER, starts_at__lte=at)
    return held.order_by("starts_at").values_list("person_id", "starts_at", "ends_at")


def left_steering(begin: int, end: int, *, project: Project, at: datetime) -> list[Office]:
    """Whoever sat there and does not any more, the last to leave first, from a place to another."""
    return _left_steering.ask(begin, end, project=project.pk, at=at)


@Question
def _left_steering(begin: int, end: int, *, project: UUID, at: datetime) -> QuerySet[Office]:
    left = steering_of(project=Project(pk=project)).filter(ends_at__lte=at)
    return left.order_by("-ends_at", "person__sort_key", "pk")[begin:end]


def can_be_seated(*, municipality: Municipality) -> QuerySet[Person]:
    """Who is known by an office of the municipality, now or before, in Danish order: nobody at a table alone.

    The two ways are put together before anybody is looked up: for "in this or in that" PostgreSQL reads everybody.
    """
    own = Office.objects.filter(municipality=municipality).order_by().values("person")
    projects = Office.objects.filter(project__municipality=municipality).order_by().values("person")
    people = Person.objects.filter(pk__in=own.union(projects))
    return among(people=people, municipality=municipality.pk)


def among(*, people: QuerySet[Person], municipality: int) -> QuerySet[Person]:
    """Of these those of the municipality, in Danish order.

    Asked by a sum, which no index knows: by its index SQLite would go through everybody who lives there, and not
    through the few it was given.
    """
    return people.alias(home=F("municipality_id") + 0).filter(home=municipality).order_by("sort_key", "pk")


def offices_of(*, person: Person, at: datetime) -> QuerySet[Office]:
    """The offices held at that moment, oldest first."""
    rows = Office.objects.filter(during(at), person=person).select_related("project__municipality", "programme")
    return rows.order_by("starts_at", "pk")


def colleagues(*, of: Person, at: datetime) -> QuerySet[Person]:
    """The other caseworkers of the same municipality, in Danish order: whoever holds the office there now."""
    home = of.municipality_id
    held = Office.objects.filter(during(at), role=OfficeRole.CASEWORKER, project__municipality=home)
    others = Person.objects.filter(pk__in=held.values("person")).exclude(pk=of.pk)
    return among(people=others, municipality=home)


def uploaders() -> QuerySet[Person]:
    """Everybody who holds, or once held, an office anywhere by which files are laid up."""
    offices = (OfficeRole.CASEWORKER, OfficeRole.INTAKE, OfficeRole.PROJECT_LEADER)
    held = Office.objects.filter(role__in=offices, person=OuterRef("pk"))
    return Person.objects.filter(Exists(held)).order_by("pk")


def staff_offices(*, of: Person | OuterRef, at: datetime) -> QuerySet[Office]:
    """The offices by which somebody works with citizens at that moment: who holds one is there for a profession."""
    return Office.objects.filter(during(at), person=of, role__in=sorted(STAFF)).order_by("pk")


def works_in(*, municipality: int, person: Actor, at: datetime) -> bool:
    """Whether the person holds an office of the municipality at that moment, its own or one of its projects'."""
    here = Q(municipality=municipality) | Q(project__municipality=municipality)
    return Office.objects.filter(during(at), here, person=person.pk).exists()
