"""Rows without names: what the evaluation reads, and by construction nothing that is not statistical.

A column is a path of links that ends in a field; the field must stand in the `statistical` set of its own
model's privacy. So a name, a text or an id of a person cannot be asked for. Equal rows come as one row with
how many people they are: no single row of a person is handed out.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Count, Exists, ForeignKey, Model, OuterRef, Q, QuerySet

from bordenden.assessments.models import Answer, BeliefTally
from bordenden.assessments.words import AnswerKind
from bordenden.foundation.days import begin_of, end_of
from bordenden.foundation.privacy import Privacy
from bordenden.meetings.models import Helpfulness
from bordenden.meetings.words import Side
from bordenden.pathways.models import Enrolment, Exit, Seat
from bordenden.pathways.words import SeatRole
from bordenden.programmes.models import Programme, Project

# Whoever changed her mind before the course began has left nothing.
BEGUN = Q(enrolment__activated_on__isnull=False)


class NotStatistical(ValueError):
    """Somebody asked the extract for a field that is not classed as statistical."""


@dataclass(frozen=True, slots=True)
class ExitsOf:
    """How many left one project for one reason."""

    project: UUID
    reason: str
    people: int


@dataclass(frozen=True, slots=True)
class ParticipantsOf:
    """How many have begun in one project."""

    project: UUID
    people: int


def people_by(rows: QuerySet[Any], *columns: str, tables: bool = False) -> list[tuple[Any, ...]]:
    """Each combination of the columns with its number of people last, in the order of the columns.

    `tables`: whoever has several rows at one table is one. Raises NotStatistical for a column that ends in a field of
    any other class.
    """
    for column in columns:
        _require_statistical(rows.model, column)
    people = Count("table", distinct=True) if tables else Count("pk")
    return list(rows.order_by().values_list(*columns).annotate(people=people).order_by(*columns))


def exits_of_project(*, project: Project, until: date) -> list[tuple[str, int]]:
    """Reason and people, for those who have left the project by the day and are not back in it: each is one."""
    return people_by(gone(project=project, until=until), "reason")


def gone(*, project: Project, until: date) -> QuerySet[Exit]:
    """The exits after which nobody had come back by the day: at most one a table."""
    back = Enrolment.objects.filter(
        table=OuterRef("table"), project=project, activated_on__gt=OuterRef("on"), activated_on__lte=until
    )
    return Exit.objects.filter(BEGUN, ~Exists(back), enrolment__project=project, on__lte=until)


def came_back(*, project: Project, until: date) -> int:
    """How many people have begun again after an exit from the project by the day."""
    left = Exit.objects.filter(
        BEGUN, table=OuterRef("table"), enrolment__project=project, on__lt=OuterRef("activated_on")
    )
    again = Enrolment.objects.filter(Exists(left), project=project, activated_on__lte=until)
    return sum(people for _project, people in people_by(again, "project", tables=True))


def participants_of_project(*, project: Project, until: date) -> int:
    """People who had begun in the project by the day."""
    return sum(one.people for one in _participants(Enrolment.objects.filter(project=project), until))


def exits_of_programme(*, programme: Programme, until: date) -> list[ExitsOf]:
    """Exits by project and reason up to and including the day, each person once: with the first time she left.

    Not with the last: a number once published must not become smaller because somebody came back.
    """
    before = Exit.objects.filter(
        BEGUN, table=OuterRef("table"), enrolment__project__programme=programme, on__lt=OuterRef("on")
    )
    rows = Exit.objects.filter(BEGUN, ~Exists(before), enrolment__project__programme=programme, on__lte=until)
    return [ExitsOf(*row) for row in people_by(rows, "enrolment__project", "reason")]


def participants_of_programme(*, programme: Programme, until: date) -> list[ParticipantsOf]:
    """People who had begun by the day, for each project that has any."""
    return _participants(Enrolment.objects.filter(project__programme=programme), until)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many gave each answer, and how many caseworkers stand behind them; nobody is named."""

    people: dict[str, int]
    caseworkers: int


def newest_ratings(*, programme: Programme, identity: str, first: date, last: date) -> Counted:
    """Each participant's newest number for one question in the days from `first` to and including `last`."""
    begin, end = begin_of(first), end_of(last)
    given = Answer.objects.filter(
        item__identity=identity,
        item__version__instrument__municipality=None,
        kind=AnswerKind.RATED,
        sheet__finished_at__gte=begin,
        sheet__finished_at__lt=end,
        table__in=_tables(programme),
    )
    later = given.filter(table=OuterRef("table"), sheet__finished_at__gt=OuterRef("sheet__finished_at"))
    newest = given.filter(~Exists(later))
    people = {str(value): number for value, number in people_by(newest, "value")}
    return Counted(people, _caseworkers(newest, "sheet__finished_at"))


def helped(*, programme: Programme, side: Side, first: date, last: date) -> Counted:
    """What each person on one side said last after a conversation in those days: nobody counts twice."""
    begin, end = begin_of(first), end_of(last)
    said = Helpfulness.objects.filter(side=side, said_at__gte=begin, said_at__lt=end, table__in=_tables(programme))
    later = Q(said_at__gt=OuterRef("said_at")) | Q(said_at=OuterRef("said_at"), pk__gt=OuterRef("pk"))
    newest = said.filter(~Exists(said.filter(later, said_by=OuterRef("said_by"))))
    people = dict(people_by(newest, "helped"))
    return Counted(people, sum(people.values()) if side == Side.COORDINATOR else _caseworkers(newest, "said_at"))


def belief(*, programme: Programme, quarter: date) -> Counted:
    """How many citizens caseworkers believe and do not believe will get a job, added up over caseworkers."""
    tallies = BeliefTally.objects.filter(project__programme=programme, quarter=quarter)
    asked = believed = caseworkers = 0
    for of, yes, people in people_by(tallies, "asked", "believed"):
        asked, believed, caseworkers = asked + of * people, believed + yes * people, caseworkers + people
    return Counted({"yes": believed, "no": asked - believed}, caseworkers)


def _tables(programme: Programme) -> QuerySet[Any]:
    return Enrolment.objects.filter(project__programme=programme).order_by().values("table")


def _caseworkers(rows: QuerySet[Any], moment: str) -> int:
    """How many coordinating caseworkers the rows are about: who sat at their tables at the very moment of each."""
    there = rows.filter(**{"table": OuterRef("table"), f"{moment}__gte": OuterRef("starts_at")})
    meant = Q(Exists(there), ends_at__isnull=True) | Q(Exists(there.filter(**{f"{moment}__lt": OuterRef("ends_at")})))
    held = Seat.objects.filter(meant, role=SeatRole.COORDINATOR)
    return held.order_by().values("person").distinct().count()


def _participants(rows: QuerySet[Enrolment], until: date) -> list[ParticipantsOf]:
    return [ParticipantsOf(*row) for row in people_by(rows.filter(activated_on__lte=until), "project", tables=True)]


def _require_statistical(model: type[Model], column: str) -> None:
    """Follow the links; the last field decides."""
    *links, last = column.split("__")
    for link in links:
        field = _field(model, link, column)
        if not isinstance(field, ForeignKey):
            raise NotStatistical(f"{column}: {link} is no link to one other row.")
        model = field.related_model
    _field(model, last, column)
    privacy: Privacy | None = getattr(model, "privacy", None)
    if privacy is None or last not in privacy.statistical:
        raise NotStatistical(f"{column}: {last} of {model.__name__} is not statistical.")


def _field(model: type[Model], name: str, column: str) -> Any:  # noqa: ANN401
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist as error:
        raise NotStatistical(f"{column}: {model.__name__} has no field called {name}.") from error
