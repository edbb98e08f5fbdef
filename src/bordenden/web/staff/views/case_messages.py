"""Beskeder: the caseworker's own thread with one citizen, begun here."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.exchange import actions
from bordenden.exchange.queries import own_seat, thread_with
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.names import given_names
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.MESSAGES_READ)
def case_messages(visit: Visit[Table], table: UUID) -> HttpResponse:
    """What a colleague wrote from another seat is not here: each begins anew."""
    person, at = visit.viewer.person, visit.at
    if visit.posted is not None:
        with visit.writing(table) as held:
            only_staff(visit, held)
            seat = own_seat(table=held, person=person, at=at)
            assert seat is not None  # noqa: S101 (only_staff has seen it)
            begun = actions.begin(seat=seat, by=person, at=at)
        return visit.go("case_thread", begun.pk)
    reached = visit.reach(table)
    only_staff(visit, reached)
    seat = own_seat(table=reached, person=person, at=at)
    context = {
        "table": table,
        "name": given_names(at_the_head(table=reached, at=at)),
        "thread": thread_with(seat=seat) if seat else None,
    }
    return visit.show("staff/case_messages.html", context)
