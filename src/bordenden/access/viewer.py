"""The one who looks: loaded once a request, with the seats and offices held, and what was looked at."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from django.db.models import Q, QuerySet

from bordenden.access.relations import HeldOffice, HeldSeat, Span
from bordenden.audit.looks import Look
from bordenden.pathways.models import Opening, Seat
from bordenden.pathways.words import Room, SeatRole
from bordenden.people.models import Person
from bordenden.programmes.models import Office
from bordenden.programmes.words import OfficeRole

_SEAT = ("pk", "table_id", "municipality_id", "role", "starts_at", "ends_at")
_SeatRow: TypeAlias = tuple[UUID, UUID, int, str, datetime, datetime | None]


@dataclass(slots=True)
class Viewer:
    """A person at the gate. Seats and offices are fetched when the first button asks, then kept."""

    person: Person
    looks: list[Look] = field(default_factory=list)
    _seats: tuple[HeldSeat, ...] | None = None
    _offices: tuple[HeldOffice, ...] | None = None

    @property
    def pk(self) -> UUID:
        """The person's id: who looked, for the audit."""
        return self.person.pk

    @property
    def municipality_id(self) -> int:
        """The municipality whose rows this viewer may meet."""
        return self.person.municipality_id

    def seats(self, at: datetime) -> tuple[HeldSeat, ...]:
        """The seats held now or later; two queries, once."""
        if self._seats is None:
            held = Seat.objects.filter(_not_over(at), person=self.person).order_by("pk")
            opened = Opening.objects.filter(seat__person=self.person, until__gt=at)
            self._seats = _held_seats(held.values_list(*_SEAT), opened)
        return self._seats

    def offices(self, at: datetime) -> tuple[HeldOffice, ...]:
        """The offices held now or later; one query, once."""
        if self._offices is None:
            rows = Office.objects.filter(_not_over(at), person=self.person).order_by("pk")
            self._offices = tuple(
                HeldOffice(
                    OfficeRole(row.role),
                    Span(row.starts_at, row.ends_at),
                    row.municipality_id,
                    row.project_id,
                    row.programme_id,
                )
                for row in rows
            )
        return self._offices


def as_seat(seat: Seat, at: datetime) -> Viewer:
    """Whoever sits on this one seat and no other: for "Se det, Mie ser". It is nobody's login."""
    opened = Opening.objects.filter(seat=seat, until__gt=at)
    row = (seat.pk, seat.table_id, seat.municipality_id, seat.role, seat.starts_at, seat.ends_at)
    return Viewer(person=seat.person, _seats=_held_seats([row], opened), _offices=())


def _not_over(at: datetime) -> Q:
    return Q(ends_at__isnull=True) | Q(ends_at__gt=at)


def _held_seats(rows: Iterable[_SeatRow], opened: QuerySet[Opening]) -> tuple[HeldSeat, ...]:
    """Plain rows: somebody with many seats has three openings a seat, and a model for each would cost a page."""
    rooms = defaultdict(list)
    for seat, room, opened_at, until in opened.order_by("pk").values_list("seat_id", "room", "opened_at", "until"):
        rooms[seat].append((Room(room), Span(opened_at, until)))
    return tuple(
        HeldSeat(pk, table, municipality, SeatRole(role), Span(starts_at, ends_at), tuple(rooms[pk]))
        for pk, table, municipality, role, starts_at, ends_at in rows
    )
