"""Who could take which table: whoever sat there before, else whoever has fewest open courses; a proposal, no more."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from operator import itemgetter
from uuid import UUID

from django.db.models import QuerySet

from bordenden.foundation.lasting import during
from bordenden.foundation.prepared import Question
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.queries.chairs import open_courses_of
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.programmes.models import Office, Project
from bordenden.programmes.queries import among
from bordenden.programmes.words import OfficeRole

_TAKES_OVER = (SeatRole.COORDINATOR, SeatRole.SUBSTITUTE)


class Why(Enum):
    """What decided where a table goes, or why it goes nowhere."""

    CHOSEN = "chosen"
    BEFORE = "before"
    ROOM = "room"
    ALL_FULL = "all_full"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class ToPlace:
    """A table to be placed. `runs`: its course is open, and counts. `before`: who sat there, the nearest first.

    `barred`: who sits there as something else, and so cannot also be the caseworker.
    """

    table: Table
    reference: str
    runs: bool
    before: tuple[Person, ...] = ()
    barred: frozenset[Person] = frozenset()


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table goes by the proposal (None: nowhere), why, and how many open courses that one has by then."""

    what: ToPlace
    to: Person | None
    why: Why
    load: int = 0


def place(
    *, what: Sequence[ToPlace], loads: Mapping[Person, int], most: int, chosen: Mapping[Table, Person]
) -> list[Placed]:
    """Every table once, in the order given, always alike. `loads`: who can take one, in the order that breaks ties.

    First what a human chose (nobody stops a human at `most`), then who sat there before and has room, the tables in
    order; the rest one by one to whoever has fewest open courses then. Nobody comes above `most` by a proposal; a
    table whose course has ended counts nothing, so it always finds somebody.
    """
    now = dict(loads)
    done: dict[Table, Placed] = {}

    def give(one: ToPlace, to: Person, why: Why) -> None:
        now[to] += one.runs
        done[one.table] = Placed(one, to, why, now[to])

    for one in what:
        picked = chosen.get(one.table)
        if picked is not None and picked in now and picked not in one.barred:
            give(one, picked, Why.CHOSEN)
    for one in what:
        if one.before and one.table not in done:
            free = [who for who in one.before if who in now and _has_room(one, who, now[who], most)]
            if free:
                give(one, free[0], Why.BEFORE)
    for one in what:
        if one.table not in done:
            room = [(load, who) for who, load in now.items() if _has_room(one, who, load, most)]
            if room:
                give(one, min(room, key=itemgetter(0))[1], Why.ROOM)
            else:
                could = any(who not in one.barred for who in now)
                done[one.table] = Placed(one, None, Why.ALL_FULL if could else Why.NOBODY)
    return [done[one.table] for one in what]


def _has_room(one: ToPlace, who: Person, load: int, most: int) -> bool:
    return (load < most or not one.runs) and not (one.barred and who in one.barred)


@dataclass(frozen=True, slots=True)
class Takers:
    """The caseworkers of a project who can take a table, with their open courses, and those nobody could call."""

    loads: dict[Person, int]
    unreachable: tuple[Person, ...]


def takers(*, project: Project, besides: Collection[Person | None], at: datetime) -> Takers:
    """In Danish order; never whoever asks, named in `besides` with whoever sits there now. Two queries."""
    people = _caseworkers.ask(project=project.pk, home=project.municipality_id, at=at)
    each = [person for person in people if person not in besides]
    callable_ = [person for person in each if person.can_be_called]
    loads = open_courses_of(people=callable_, at=at)
    return Takers(loads, tuple(person for person in each if not person.can_be_called))


@Question
def _caseworkers(*, project: UUID, home: int, at: datetime) -> QuerySet[Person]:
    held = Office.objects.filter(during(at), project_id=project, role=OfficeRole.CASEWORKER)
    return among(people=Person.objects.filter(pk__in=held.values("person")), municipality=home)


def chairs_to_place(*, courses: Iterable[Enrolment], among: Iterable[Person], at: datetime) -> list[ToPlace]:
    """Empty chairs. Two queries."""
    rows = [(course.table, course.reference, True) for course in courses]
    return _known(rows, among, at)


def caseload_to_place(*, seats: Iterable[Seat], among: Iterable[Person], at: datetime) -> list[ToPlace]:
    """Somebody's tables, as `caseload_of` gives them. One query beside the seats."""
    rows = [(seat.table, getattr(seat, "reference") or "", getattr(seat, "runs")) for seat in seats]  # noqa: B009
    return _known(rows, among, at)


def _known(rows: Sequence[tuple[Table, str, bool]], among: Iterable[Person], at: datetime) -> list[ToPlace]:
    """Coordinators before substitutes, and of each whoever sat there last."""
    people = {person.pk: person for person in among}
    tables = [table.pk for table, *_rest in rows]
    before: dict[UUID, list[tuple[bool, datetime, str, Person]]] = {}
    barred: dict[UUID, set[Person]] = {}
    for seat in _sat.ask(tables=tables, people=sorted(people), at=at) if tables and people else []:
        person, over = people[seat.person_id], seat.ends_at is not None and seat.ends_at <= at
        if seat.role in _TAKES_OVER and seat.ends_at != seat.starts_at:
            rank = (seat.role == SeatRole.COORDINATOR, min(seat.ends_at or at, at), person.sort_key, person)
            before.setdefault(seat.table_id, []).append(rank)
        elif seat.role not in _TAKES_OVER and not over:
            barred.setdefault(seat.table_id, set()).add(person)
    return [
        ToPlace(
            table,
            reference,
            runs,
            tuple(dict.fromkeys(rank[3] for rank in sorted(before.get(table.pk, []), key=_rank, reverse=True))),
            frozenset(barred.get(table.pk, ())),
        )
        for table, reference, runs in rows
    ]


@Question
def _sat(*, tables: Sequence[UUID], people: Sequence[UUID], at: datetime) -> QuerySet[Seat]:
    return Seat.objects.filter(table__in=tables, person__in=people, starts_at__lte=at).order_by("pk")


def _rank(one: tuple[bool, datetime, str, Person]) -> tuple[bool, datetime, str]:
    return one[:3]
