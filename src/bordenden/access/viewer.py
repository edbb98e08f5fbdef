"""The one who looks: loaded once a request, with the seats and offices held, and what was looked at."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from django.db.models import F, Model, Q, QuerySet

from bordenden.access.parts import NOTHING, HeldParts, held_parts
from bordenden.access.relations import HeldOffice, HeldSeat, Span
from bordenden.audit.looks import Look
from bordenden.families.queries import ages_in
from bordenden.families.words import Ages
from bordenden.foundation.prepared import Question
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import Room, SeatRole
from bordenden.people.models import Person
from bordenden.programmes.models import Office
from bordenden.programmes.words import OfficeRole
from bordenden.supervision.models import Supervised

_HELD = (
    "pk", "table_id", "municipality_id", "role", "starts_at", "ends_at", "table__closed_at",
    "openings__room", "openings__opened_at", "openings__until",
)  # fmt: skip
_OFFICES = tuple(f"supervision__project__offices__{name}" for name in ("role", "starts_at", "ends_at"))
_IN_OFFICE = (
    "role", "starts_at", "ends_at", "project__municipality_id", "municipality_id", "project_id", "programme_id",
)  # fmt: skip
_OpenedRow: TypeAlias = tuple[Any, ...]
_SeatRow: TypeAlias = tuple[UUID, UUID, int, str, datetime, datetime | None, datetime | None]
_Seats: TypeAlias = dict[UUID, tuple[HeldSeat, ...]]


@dataclass(slots=True)
class Viewer:
    """A person at the gate. Seats and offices are fetched when they are first asked for, then kept."""

    person: Person
    looks: list[Look] = field(default_factory=list)
    # By table: those at the tables she has come to, or all of them.
    _seats: _Seats = field(default_factory=dict)
    _all_seats: bool = False
    _offices: tuple[HeldOffice, ...] | None = None
    _parts: HeldParts | None = None
    _ages: Ages | None = None

    @property
    def pk(self) -> UUID:
        """The person's id: who looked, for the audit."""
        return self.person.pk

    @property
    def municipality_id(self) -> int:
        """The municipality whose rows this viewer may meet."""
        return self.person.municipality_id

    def comes_to(self, kind: type[Model], pk: UUID, at: datetime) -> bool:
        """Fetch the seats at the one table where the thing stands; False when there are none."""
        if self._all_seats:
            return True
        here = _held(_seats_at.ask(kind, pk=pk, person=self.pk, at=at))
        self._seats |= here
        return bool(here)

    def seats_at(self, table: UUID | None, at: datetime) -> tuple[HeldSeat, ...]:
        """The seats at one table. No query for the table she came to; else all her seats are fetched, once."""
        if table not in self._seats:
            self._fetch_all(at)
        return self._seats.get(table, ()) if table else ()

    def came_to_closed(self, table: UUID | None) -> bool:
        """Whether she came to this table, and it is closed. No query."""
        return any(seat.closed for seat in self._seats.get(table, ())) if table else False

    def seats(self, at: datetime) -> tuple[HeldSeat, ...]:
        """All seats held now or later; one query, once."""
        self._fetch_all(at)
        return tuple(seat for held in self._seats.values() for seat in held)

    def offices(self, at: datetime) -> tuple[HeldOffice, ...]:
        """The offices held now or later; one query, once."""
        if self._offices is None:
            self._offices = tuple(_held_office(*row) for row in _offices.ask(person=self.pk, at=at))
        return self._offices

    def ages(self) -> Ages:
        """The ages that hold in the viewer's municipality; one query, once."""
        if self._ages is None:
            self._ages = ages_in(where=self.person)
        return self._ages

    def parts(self) -> HeldParts:
        """The parts of families' plans the viewer has a way to; one query, once."""
        if self._parts is None:
            self._parts = held_parts(self.person, self.ages())
        return self._parts

    @property
    def knows_no_parts(self) -> bool:
        """Whether this is a seat looked at from outside, which has no way to anybody's part."""
        return self._parts is NOTHING

    def _fetch_all(self, at: datetime) -> None:
        if not self._all_seats:
            self._seats, self._all_seats = _held(_all_seats.ask(person=self.pk, at=at)), True


def as_seat(seat: Seat) -> Viewer:
    """Whoever sits on this one seat and no other: for "Se det, Mie ser". It is nobody's login."""
    return Viewer(
        person=seat.person,
        _seats=_held(_one_seat.ask(pk=seat.pk)),
        _all_seats=True,
        _offices=(),
        _parts=NOTHING,
    )


def nobody(number: int) -> Viewer:
    """A viewer who is nobody: for writing down a question that is the same for everybody. Never asks anything."""
    return Viewer(Person(pk=UUID(int=number), municipality_id=-number))


def _not_over(at: datetime) -> Q:
    return Q(ends_at__isnull=True) | Q(ends_at__gt=at)


def _with_openings(rows: QuerySet[Seat]) -> QuerySet[Seat, _OpenedRow]:
    """A row for each opening of each seat, in plain values; a model for each would cost a page."""
    return rows.order_by("pk", "openings__pk").values_list(*_HELD)


@Question
def _seats_at(kind: type[Model], *, pk: UUID, person: UUID, at: datetime) -> QuerySet[Seat, _OpenedRow]:
    here = Q(table=pk) if kind is Table else Q(table__in=kind._default_manager.filter(pk=pk).values("table_id"))
    return _with_openings(Seat.objects.filter(_not_over(at), person_id=person).filter(here))


@Question
def _all_seats(*, person: UUID, at: datetime) -> QuerySet[Seat, _OpenedRow]:
    return _with_openings(Seat.objects.filter(_not_over(at), person_id=person))


@Question
def _one_seat(*, pk: UUID) -> QuerySet[Seat, _OpenedRow]:
    return _with_openings(Seat.objects.filter(pk=pk))


@Question
def _offices(*, person: UUID, at: datetime) -> QuerySet[Office, tuple[Any, ...]]:
    held = Office.objects.filter(_not_over(at), person_id=person).order_by("pk")
    return held.values_list(*_IN_OFFICE)


def _held_office(
    role: str, starts_at: datetime, ends_at: datetime | None, home: int | None, own: int | None, *where: UUID | None
) -> HeldOffice:
    """`home` is the municipality of its project, `own` its own; `where` is its project and its programme."""
    project, programme = where
    place = own if project is None else home
    return HeldOffice(OfficeRole(role), Span(starts_at, ends_at), place, project, programme)


def _held(rows: list[_OpenedRow]) -> _Seats:
    rooms: dict[_SeatRow, list[tuple[Room, Span]]] = {}
    for *row, room, opened_at, until in rows:
        opened = rooms.setdefault(tuple(row), [])
        if room is not None:
            opened.append((Room(room), Span(opened_at, until)))
    offices = _offices_behind([pk for pk, _table, _place, role, *_span in rooms if role == SeatRole.SUPERVISOR])
    seats: _Seats = {}
    for (pk, table, municipality, role, starts_at, ends_at, closed_at), opened in rooms.items():
        span, held = Span(starts_at, ends_at), tuple(offices.get(pk, ()))
        seat = HeldSeat(pk, table, municipality, SeatRole(role), span, tuple(opened), held, closed_at is not None)
        seats[table] = (*seats.get(table, ()), seat)
    return seats


def _offices_behind(drawn: list[UUID]) -> dict[UUID, list[tuple[OfficeRole, Span]]]:
    """Of seats that were drawn: the offices of whoever sits there, where the lot was drawn. One query, or none."""
    found: dict[UUID, list[tuple[OfficeRole, Span]]] = {}
    if drawn:
        rows = Supervised.objects.filter(seat__in=drawn, seat__person=F("supervision__project__offices__person"))
        offices = rows.order_by("pk", "supervision__project__offices__pk").values_list("seat_id", *_OFFICES)
        for seat, role, starts_at, ends_at in offices:
            found.setdefault(seat, []).append((OfficeRole(role), Span(starts_at, ends_at)))
    return found
