"""Se det, Mie ser: her own table as one seat sees it, by the same acts and the same parts as the guest's door."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts, gate
from bordenden.access.viewer import as_seat
from bordenden.assessments import queries as assessments
from bordenden.contactlog.queries import newest
from bordenden.pathways.queries import at_the_head
from bordenden.pathways.words import Room, SeatRole
from bordenden.plans.queries import plan_of
from bordenden.web.parts.contacts import contacts_part
from bordenden.web.parts.development import development_part
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import PAGE
from bordenden.web.parts.plan import plan_part
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Seat


@opens(acts.SEAT_PREVIEW)
def preview(visit: Visit[Seat], pk: UUID) -> HttpResponse:
    """It is a look of her own, at her own table: nobody is impersonated and nothing is noted about the other."""
    seat = visit.reach(pk)
    if seat.role == SeatRole.HEAD:
        raise Http404
    return visit.show("citizen/preview.html", {"name": seat.person.given_name, "seat": pk, **_seen(visit, seat)})


def _seen(visit: Visit[Seat], seat: Seat) -> dict[str, object]:
    """What each room shows to that seat; None for a room that is closed to it."""
    there = as_seat(seat, visit.at)
    may = {room: gate.may(there, act, seat, at=visit.at) for room, act in acts.ROOM_ACTS.items()}
    name = given_names(at_the_head(table=seat.table, at=visit.at))
    plan = plan_of(table=seat.table) if may[Room.PLAN] else None
    entries = newest(table=seat.table)[:PAGE] if may[Room.CONTACTS] else None
    curves = assessments.curves(table=seat.table) if may[Room.DEVELOPMENT] else None
    return {
        "owner": whose(name),
        "name_of_head": name,
        "plan_part": plan_part(plan, name=name, side=None) if plan else None,
        "development_part": development_part(curves, name=name) if curves else None,
        "contacts_part": contacts_part(entries, name=name, seen=visit.at) if entries is not None else None,
        "nothing": not any(may.values()),
    }
