"""Hvad må Mie se? One person a page: three switches and one day; what the law opens is said plainly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions
from bordenden.pathways.queries import rooms_of
from bordenden.pathways.words import Room, SeatRole
from bordenden.web.citizen.room_forms import CLOSE, OPEN, RoomForm, end_of, shown_day
from bordenden.web.parts.said_when import on_day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Seat

# Hers, the law's or a child's: there is no switch to turn.
NOTHING_TO_OPEN = frozenset({SeatRole.HEAD, SeatRole.SUBSTITUTE, SeatRole.FAMILY, SeatRole.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Switch:
    """One room of one seat; `lawful` rooms have no switch."""

    code: str
    title: str
    lawful: bool
    open: bool


@opens(acts.ROOM_OPEN)
def rooms(visit: Visit[Seat], pk: UUID) -> HttpResponse:
    """Three switches, each one press; and the day all that is open stands open to."""
    form = RoomForm(visit.posted, at=visit.at)
    if form.is_valid():
        try:
            _turn(visit, pk, form.cleaned_data)
            return visit.go("rooms", pk)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        seat = visit.reach(pk, "person")
        if seat.role in NOTHING_TO_OPEN:
            raise Http404
        opened = rooms_of(seat=seat, at=visit.at)
        until = max(opened.values(), default=None)
        if not form.is_bound:
            form = RoomForm(at=visit.at, until=until)
        context = {
            "seat": pk,
            "name": seat.person.given_name,
            "left": seat.ends_at is not None and seat.ends_at <= visit.at,
            "switches": [_switch(seat, room, room in opened) for room in Room],
            "until": on_day(shown_day(until)) if until else "",
            "lawful": any(acts.needs_no_opening(room, SeatRole(seat.role)) for room in Room),
            "table": seat.table_id,
        }
        return visit.show("citizen/rooms.html", context, form)


def _turn(visit: Visit[Seat], pk: UUID, sent: dict[str, Any]) -> None:
    by, at = visit.viewer.person, visit.at
    with visit.writing(pk) as seat:
        if sent["do"] == OPEN:
            # What is opened now ends with what is open already: one person, one day.
            until = max(rooms_of(seat=seat, at=at).values(), default=None)
            actions.open_room(seat=seat, room=Room(sent["room"]), by=by, at=at, until=until)
        elif sent["do"] == CLOSE:
            actions.close_room(seat=seat, room=Room(sent["room"]), by=by, at=at)
        else:
            actions.move_end(seat=seat, until=end_of(sent["until"]), by=by, at=at)


def _switch(seat: Seat, room: Room, is_open: bool) -> Switch:
    lawful = acts.needs_no_opening(room, SeatRole(seat.role))
    return Switch(room, str(room.label), lawful, is_open)
