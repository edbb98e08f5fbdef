"""Se det, Mie ser: her own table as one seat sees it, by the same acts and the same parts as the guest's door."""

from __future__ import annotations

from datetime import datetime
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
from bordenden.web.parts.around import RelevantPart, relevant_part
from bordenden.web.parts.contacts import contacts_part
from bordenden.web.parts.development import DevelopmentPart, shared_part
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import PAGE
from bordenden.web.parts.plan import plan_part
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Seat
    from bordenden.plans.models import Plan


# No room of its own: the pages around the plan, open to whoever the plan is.
AROUND = "rundt"


@opens(acts.SEAT_PREVIEW)
def preview(visit: Visit[Seat], pk: UUID) -> HttpResponse:
    """It is a look of her own, at her own table: nobody is impersonated and nothing is noted about the other."""
    seat = visit.reach(pk, "person", "table")
    if seat.role in {SeatRole.HEAD, SeatRole.FAMILY}:
        raise Http404
    there = {"name": seat.person.given_name, "seat": pk, "table": seat.table_id}
    # Nothing is to be opened for these: there is no page to go back to where one would.
    lawful = seat.role in {SeatRole.SUBSTITUTE, SeatRole.SUPERVISOR}
    return visit.show("citizen/preview.html", {**there, "lawful": lawful, **_seen(visit, seat)})


def _seen(visit: Visit[Seat], seat: Seat) -> dict[str, object]:
    """One room as that seat sees it, `?rum=` or the first that is open to it, and the way to the others."""
    there = as_seat(seat)
    opened = [room for room in Room if any(gate.may(there, act, seat, at=visit.at) for act in acts.ways_into(room))]
    asked_for = visit.request.GET.get("rum", "")
    around = gate.may(there, acts.PLAN_READ, seat, at=visit.at)
    ways: list[str] = [*opened, *([AROUND] if around else [])]
    shown = next((way for way in ways if way == asked_for), ways[0] if ways else None)
    staff = gate.may(there, acts.CASE_READ, seat, at=visit.at)
    plan = plan_of(table=seat.table) if shown in (Room.PLAN, AROUND) else None
    owner = plan.owner if plan else None
    name = owner.given_name if owner else given_names(at_the_head(table=seat.table, at=visit.at))
    return {
        "owner": whose(name),
        "name_of_head": name,
        "shown": shown,
        "others": [way for way in ways if way != shown],
        "plan_part": plan_part(plan, name=name, side=None, private_too=staff)
        if plan and shown == Room.PLAN
        else None,
        "around": _around(plan, seat, visit.at) if plan and shown == AROUND else None,
        "development_part": _development(visit, seat, name) if shown == Room.DEVELOPMENT else None,
        "contacts_part": contacts_part(newest(0, PAGE, table=seat.table), name=name, seen=visit.at)
        if shown == Room.CONTACTS
        else None,
    }


def _around(plan: Plan, seat: Seat, at: datetime) -> RelevantPart:
    """Whoever works at the table sees all of it."""
    whole = seat.role in (SeatRole.COORDINATOR, SeatRole.SUBSTITUTE)
    return relevant_part(plan, reader=seat.person, at=at, whole=whole)


def _development(visit: Visit[Seat], seat: Seat, name: str) -> DevelopmentPart:
    """By the same reads as the door of whoever sits there."""
    caseworker = seat if seat.role == SeatRole.COORDINATOR else None
    shared = assessments.shared_curves(table=seat.table, caseworker=caseworker, at=visit.at)
    wellbeing = assessments.shared_wellbeing(table=seat.table, caseworker=caseworker, at=visit.at)
    return shared_part(shared, wellbeing, name=name)
