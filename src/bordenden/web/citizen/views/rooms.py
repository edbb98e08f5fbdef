"""Hvad må Mie se? One person a page: each room opened to a day, or closed; what the law opens is said plainly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions
from bordenden.pathways.queries import rooms_of
from bordenden.pathways.words import Room, SeatRole
from bordenden.web.citizen.room_forms import OPEN, RoomForm, end_of, shown_day
from bordenden.web.parts.said_when import on_day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Seat


@dataclass(frozen=True, slots=True)
class Switch:
    """One room of one seat. `until` is the day it is open to, "" for closed; `lawful` rooms have no switch."""

    code: str
    title: str
    lawful: bool
    until: str
    form: RoomForm


@opens(acts.ROOM_OPEN)
def rooms(visit: Visit[Seat], pk: UUID) -> HttpResponse:
    """Three switches; each is a form of its own."""
    asked = visit.request.POST.get("room", "")
    form = RoomForm(visit.posted, at=visit.at, room=asked) if visit.posted is not None else None
    if form is not None and form.is_valid():
        try:
            _turn(visit, pk, form.cleaned_data)
            return visit.go("rooms", pk)
        except NotPossible as refusal:
            form.add_error("until", str(refusal))
    with visit.reading():
        seat = visit.reach(pk)
        if seat.role in {SeatRole.HEAD, SeatRole.SUBSTITUTE}:
            raise Http404
        context = {
            "seat": pk,
            "name": seat.person.given_name,
            "left": seat.ends_at is not None and seat.ends_at <= visit.at,
            "switches": [
                _switch(seat, room, until, visit.at, form) for room, until in _untils(seat, visit.at).items()
            ],
            "lawful": any(acts.needs_no_opening(room, SeatRole(seat.role)) for room in Room),
            "table": seat.table_id,
        }
        return visit.show("citizen/rooms.html", context, form)


def _turn(visit: Visit[Seat], pk: UUID, sent: dict[str, Any]) -> None:
    with visit.writing(pk) as seat:
        room, by = Room(sent["room"]), visit.viewer.person
        if sent["do"] == OPEN:
            actions.open_room(seat=seat, room=room, by=by, at=visit.at, until=end_of(sent["until"]))
        else:
            actions.close_room(seat=seat, room=room, by=by, at=visit.at)


def _untils(seat: Seat, at: datetime) -> dict[Room, datetime | None]:
    opened = rooms_of(seat=seat, at=at)
    return {room: opened.get(room) for room in Room}


def _switch(seat: Seat, room: Room, until: datetime | None, at: datetime, sent: RoomForm | None) -> Switch:
    form = sent if sent is not None and sent["room"].value() == room else RoomForm(at=at, room=room, until=until)
    lawful = acts.needs_no_opening(room, SeatRole(seat.role))
    return Switch(room, str(room.label), lawful, on_day(shown_day(until)) if until else "", form)
