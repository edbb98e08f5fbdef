"""The one who looks: loaded once a request, with the seats and offices held, and what was looked at."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from bordenden.access.relations import HeldOffice, HeldSeat, Span
from bordenden.audit.looks import Look
from bordenden.pathways.models import Opening, Seat
from bordenden.pathways.words import Room, SeatRole
from bordenden.people.models import Person
from bordenden.programmes.models import Office
from bordenden.programmes.words import OfficeRole


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
            self._seats = _held_seats(Seat.objects.filter(_not_over(at), person=self.person).order_by("pk"), at)
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
    return Viewer(person=seat.person, _seats=_held_seats([seat], at), _offices=())


def _not_over(at: datetime) -> Q:
    return Q(ends_at__isnull=True) | Q(ends_at__gt=at)


def _held_seats(rows: Iterable[Seat], at: datetime) -> tuple[HeldSeat, ...]:
    seats = list(rows)
    rooms: dict[UUID, list[tuple[Room, Span]]] = {seat.pk: [] for seat in seats}
    opened = Opening.objects.filter(seat__in=list(rooms), until__gt=at).order_by("pk")
    for opening in opened:
        rooms[opening.seat_id].append((Room(opening.room), Span(opening.opened_at, opening.until)))
    return tuple(
        HeldSeat(
            seat.pk,
            seat.table_id,
            seat.municipality_id,
            SeatRole(seat.role),
            Span(seat.starts_at, seat.ends_at),
            tuple(rooms[seat.pk]),
        )
        for seat in seats
    )
