"""Se det, Mie ser: her own table as one seat sees it, by the same acts and the same parts as the guest's door."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts, gate
from bordenden.access.viewer import as_seat
from bordenden.pathways.words import Room, SeatRole
from bordenden.plans.queries import plan_of
from bordenden.web.citizen.frame import menu
from bordenden.web.parts.plan import plan_part
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Seat
    from bordenden.plans.models import Plan


@opens(acts.SEAT_PREVIEW)
def preview(visit: Visit[Seat], pk: UUID) -> HttpResponse:
    """It is a look of her own, at her own table: nobody is impersonated and nothing is noted about the other."""
    seat = visit.reach(pk)
    if seat.role == SeatRole.HEAD:
        raise Http404
    plan = plan_of(table=seat.table)
    context = {
        "name": seat.person.given_name,
        "seat": pk,
        "nav_items": menu(table=seat.table_id, plan=plan.pk if plan else None),
        **_seen(visit, seat, plan),
    }
    return visit.show("citizen/preview.html", context)


def _seen(visit: Visit[Seat], seat: Seat, plan: Plan | None) -> dict[str, object]:
    """What each open room shows; None for a room that is closed to the seat."""
    there = as_seat(seat, visit.at)
    may = {room: gate.may(there, act, seat, at=visit.at) for room, act in acts.ROOM_ACTS.items()}
    name = visit.viewer.person.given_name
    shown = {
        "plan_part": plan_part(plan, name=name, side=None) if plan and may[Room.PLAN] else None,
        "owner": whose(name),
    }
    return {**shown, "nothing": not any(may.values())}
