"""Who sits at a table, which rooms stand open, and the course."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Protocol
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, Window
from django.db.models.functions import Replace
from django.utils.timezone import localdate

from bordenden.audit.actions import Actor
from bordenden.foundation.alphabet import reference_key, search_key
from bordenden.foundation.days import last_day_before
from bordenden.foundation.lasting import during
from bordenden.foundation.prepared import Question
from bordenden.pathways.models import AtTable, Enrolment, Opening, Seat, Table
from bordenden.pathways.words import Room, SeatRole
from bordenden.people.models import Municipality, Person


@dataclass(frozen=True, slots=True)
class Place:
    """A seat as the head sees it: who, as what, and until when each room stands open (closed rooms are absent)."""

    seat: Seat
    person: Person
    role: SeatRole
    rooms: dict[Room, datetime]


@dataclass(frozen=True, slots=True)
class Case:
    """A table as its caseworker lists it: who sits at the head, the newest course (if any), who works there."""

    table: Table
    heads: tuple[Person, ...]
    course: Enrolment | None
    ended_on: date | None
    coordinator: Person | None = None
    substitute: Seat | None = None


_BESIDE_HER = (SeatRole.COORDINATOR, SeatRole.SUBSTITUTE, SeatRole.SUPERVISOR)
_CASE_ROLES = (SeatRole.HEAD, SeatRole.COORDINATOR, SeatRole.SUBSTITUTE)


@dataclass(frozen=True, slots=True)
class StandIn:
    """A colleague in the coordinator's place from `first` to and including `last`, at so many tables."""

    person: Person
    first: date
    last: date
    tables: int


@dataclass(frozen=True, slots=True)
class Beside:
    """Who sits beside her as caseworker: her own, and whoever stands in until a moment (None: no end is known).

    `supervisor`: who sees for a time whether they do their work well; the one who came last, of several.
    """

    coordinator: Person | None
    substitute: Person | None = None
    until: datetime | None = None
    supervisor: Person | None = None

    @property
    def answers(self) -> Person | None:
        """Who answers her now: the one who stands in, else her own."""
        return self.substitute or self.coordinator


@Question
def _seats_in(roles: tuple[SeatRole, ...], *, tables: Sequence[UUID], at: datetime) -> QuerySet[Seat]:
    """Who sits at these tables in one of the roles at that moment, in Danish order."""
    held = Seat.objects.filter(during(at), table__in=tables, role__in=roles).select_related("person")
    return held.order_by("person__sort_key", "pk")


def seats_now(*, table: Table, at: datetime) -> QuerySet[Seat]:
    """Everybody's seat at the table but the head's, in the order they came; `place_of` reads each. Two queries."""
    opened = Opening.objects.filter(opened_at__lte=at, until__gt=at).order_by("pk")
    return (
        Seat.objects.filter(during(at), table=table)
        .exclude(role=SeatRole.HEAD)
        .select_related("person")
        .prefetch_related(Prefetch("openings", queryset=opened, to_attr="open_now"))
        .order_by("starts_at", "pk")
    )


def place_of(*, seat: Seat) -> Place:
    """A seat of `seats_now` as the head sees it."""
    opened: list[Opening] = getattr(seat, "open_now")  # noqa: B009 (the prefetch gives it, no type knows it)
    return Place(seat, seat.person, SeatRole(seat.role), {Room(o.room): o.until for o in opened})


def places(*, table: Table, at: datetime) -> list[Place]:
    """Everybody at the table but the head, in the order they came. Two queries."""
    return [place_of(seat=seat) for seat in seats_now(table=table, at=at)]


def rooms_of(*, seat: Seat, at: datetime) -> dict[Room, datetime]:
    """The rooms open for one seat, with the moment each closes."""
    rows = Opening.objects.filter(seat=seat, opened_at__lte=at, until__gt=at).order_by("pk")
    return {Room(row.room): row.until for row in rows}


def in_role(*, table: Table, role: SeatRole, at: datetime) -> Person | None:
    """Who holds the role at the table at that moment, if anybody."""
    seat = seat_in_role(table=table, role=role, at=at)
    return seat.person if seat else None


def seat_in_role(*, table: Table, role: SeatRole, at: datetime) -> Seat | None:
    """The seat of whoever holds the role at the table at that moment, with its person."""
    return min(_seats_in.ask((role,), tables=[table.pk], at=at), key=attrgetter("pk"), default=None)


def beside_her(*, thing: AtTable | Table, at: datetime) -> Beside:
    """Her caseworker, whoever stands in, and who looks at their work, at the thing's table then. One query."""
    held = _seats_in.ask(_BESIDE_HER, tables=[thing.table_id], at=at)
    last = {seat.role: seat for seat in sorted(held, key=attrgetter("starts_at", "pk"))}
    own, standing_in, looking = (last.get(role) for role in _BESIDE_HER)
    return Beside(
        own.person if own else None,
        standing_in.person if standing_in else None,
        standing_in.ends_at if standing_in else None,
        looking.person if looking else None,
    )


def sits_at_head(*, thing: AtTable | Table, person: Actor, at: datetime) -> bool:
    """Whether the person sits at the head of the table the thing stands at."""
    held = Seat.objects.filter(during(at), table_id=thing.table_id, person_id=person.pk, role=SeatRole.HEAD)
    return held.exists()


def roles_of(*, thing: AtTable, person: Actor, at: datetime) -> frozenset[SeatRole]:
    """As what the person sits at the table the thing stands at, at that moment; nothing for nobody there."""
    held = Seat.objects.filter(during(at), table_id=thing.table_id, person_id=person.pk)
    return frozenset(SeatRole(role) for role in held.order_by("pk").values_list("role", flat=True))


def substitutes(*, tables: Iterable[Table], at: datetime) -> QuerySet[Seat]:
    """Substitutes' seats at these tables that are not over, now or to come, with their people; the first first."""
    seats = Seat.objects.filter(table__in=list(tables), role=SeatRole.SUBSTITUTE, ends_at__gt=at)
    return seats.exclude(ends_at=F("starts_at")).select_related("person").order_by("starts_at", "pk")


def absences(*, tables: QuerySet[Table], at: datetime) -> list[StandIn]:
    """Who stands in at these tables, now or to come, each stretch once with how many tables. Two queries."""
    seats = Seat.objects.filter(table__in=tables, role=SeatRole.SUBSTITUTE, ends_at__gt=at)
    grouped = (
        seats.exclude(ends_at=F("starts_at"))
        .values("person", "starts_at", "ends_at")
        .annotate(number=Count("pk"))
        .order_by("starts_at", "ends_at", "person")
    )
    rows = list(grouped)
    people = Person.objects.in_bulk({row["person"] for row in rows})
    return [
        StandIn(people[row["person"]], localdate(row["starts_at"]), last_day_before(row["ends_at"]), row["number"])
        for row in rows
        if row["ends_at"] is not None
    ]


def seats_ever(*, table: Table) -> QuerySet[Seat]:
    """Every seat there has been at the table, with its person, newest first."""
    return Seat.objects.filter(table=table).select_related("person").order_by("-starts_at", "pk")


def at_the_head(*, table: Table, at: datetime) -> list[Person]:
    """Who sits at the head: one person, or two of a family, in Danish order."""
    return [seat.person for seat in _seats_in.ask((SeatRole.HEAD,), tables=[table.pk], at=at)]


def heads_of_case(*, municipality: Municipality, reference: str, at: datetime) -> list[Person]:
    """Who sits at the head of the tables with just this case number in the municipality, each once."""
    known = Enrolment.objects.filter(municipality=municipality, reference=reference)
    seats = Seat.objects.filter(during(at), table__in=known.values("table"), role=SeatRole.HEAD)
    return list(dict.fromkeys(seat.person for seat in seats.select_related("person").order_by("pk")))


def heads_of(*, tables: Iterable[Table], at: datetime) -> dict[UUID, list[Person]]:
    """Who sits at the head of each of the tables, by the table's id, in Danish order. One query."""
    heads: dict[UUID, list[Person]] = {}
    for seat in _seats_in.ask((SeatRole.HEAD,), tables=[table.pk for table in tables], at=at):
        heads.setdefault(seat.table_id, []).append(seat.person)
    return heads


class Addressed(Protocol):
    """A letter, which knows no more of its receiver than an id."""

    @property
    def person(self) -> UUID: ...


def own_tables(*, letters: Iterable[Addressed], at: datetime) -> dict[UUID, Table]:
    """Of the receivers who sit at the head of a table: the table (the newest, of several). One query."""
    held = Seat.objects.filter(during(at), person__in={letter.person for letter in letters}, role=SeatRole.HEAD)
    return {seat.person_id: seat.table for seat in held.select_related("table").order_by("starts_at", "pk")}


def course(*, table: Table) -> Enrolment | None:
    """The newest course at the table, with its project and exit."""
    return next(reversed(_courses.ask(tables=[table.pk])), None)


@dataclass(frozen=True, slots=True)
class FreePart:
    """By which order, and from which day, nothing may follow for her from not coming or saying no."""

    basis: str
    link: str
    since: date


def free_part(*, course: Enrolment | None, on: date) -> FreePart | None:
    """What marks a participant that day: from the begin of the course to the day before the exit, and not without
    an order with its day. No query where the course came with its programme."""
    if course is None or course.activated_on is None or (course.ended_on is not None and course.ended_on <= on):
        return None
    programme = course.project.programme
    if programme.no_sanction_from is None:
        return None
    since = max(course.activated_on, programme.no_sanction_from)
    return FreePart(programme.no_sanction_basis, programme.no_sanction_link, since) if since <= on else None


def caseload(*, tables: QuerySet[Table], search: str, at: datetime) -> QuerySet[Table]:
    """Of these tables those whose head's name or case number holds the text, in the Danish order of names."""
    heads = Seat.objects.filter(during(at), table=OuterRef("pk"), role=SeatRole.HEAD)
    found = tables.annotate(name_key=Subquery(heads.order_by("person__sort_key").values("person__sort_key")[:1]))
    if search.strip():
        found = found.filter(_found(heads, search_key(search), reference_key(search)))
    return found.order_by("name_key", "pk")


def _found(heads: QuerySet[Seat], name: str, reference: str) -> Q:
    """By name or by case number; a text with neither letter nor digit finds nobody."""
    found = Q(pk__in=[])
    if name:
        keyed = heads.annotate(search_key=Replace("person__sort_key", Value(" "), Value("")))
        found |= Q(Exists(keyed.filter(search_key__contains=name)))
    if reference:
        numbered = Enrolment.objects.filter(table=OuterRef("pk"), reference_key__contains=reference)
        found |= Q(Exists(numbered))
    return found


def counted(*, tables: QuerySet[Table]) -> QuerySet[Table]:
    """The same tables, each with how many there are in all (`total`): a page and its count are one query."""
    return tables.annotate(total=Window(Count("pk")))


def running(*, tables: QuerySet[Table]) -> QuerySet[Table]:
    """Of these tables those whose newest course has not ended; one without a course is waiting for it."""
    newest = Enrolment.objects.filter(table=OuterRef("pk")).order_by("-referred_on", "pk")
    return tables.annotate(ended=Subquery(newest.values("exit")[:1])).filter(ended__isnull=True)


def cases(*, tables: Iterable[Table], at: datetime) -> list[Case]:
    """Each table with those who sit there now and its newest course, in the order given. Two queries in all."""
    listed = list(tables)
    around: dict[object, dict[str, list[Seat]]] = {table.pk: {} for table in listed}
    keys = [table.pk for table in listed]
    for seat in _seats_in.ask(_CASE_ROLES, tables=keys, at=at):
        around[seat.table_id].setdefault(seat.role, []).append(seat)
    courses: dict[object, Enrolment] = {}
    for enrolment in _courses.ask(tables=keys):
        courses[enrolment.table_id] = enrolment
    return [_case(table, around[table.pk], courses.get(table.pk)) for table in listed]


@Question
def _courses(*, tables: Sequence[UUID]) -> QuerySet[Enrolment]:
    rows = Enrolment.objects.filter(table__in=tables).select_related("project__programme", "exit")
    return rows.order_by("referred_on", "-pk")


def _case(table: Table, around: dict[str, list[Seat]], course: Enrolment | None) -> Case:
    ended = getattr(course, "exit", None)
    return Case(
        table,
        tuple(seat.person for seat in around.get(SeatRole.HEAD, ())),
        course,
        ended.on if ended else None,
        next((seat.person for seat in around.get(SeatRole.COORDINATOR, ())), None),
        next(iter(around.get(SeatRole.SUBSTITUTE, ())), None),
    )
