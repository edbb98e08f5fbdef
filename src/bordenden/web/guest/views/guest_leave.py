"""Jeg kan ikke være mentor mere: a page to be sure on; nobody is asked why."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.mentors import actions
from bordenden.pathways.queries import at_the_head
from bordenden.web.guest.frame import menu
from bordenden.web.guest.mentoring import own_seat
from bordenden.web.parts.names import given_names
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.MENTOR_LEAVE)
def guest_leave(visit: Visit[Table], table: UUID) -> HttpResponse:
    """From the next moment nothing of hers is open."""
    if visit.posted is not None:
        with visit.writing(table):
            actions.leave_as_mentor(seat=own_seat(visit, table), by=visit.viewer.person, at=visit.at)
        return visit.go("guest_tables")
    reached = visit.reach(table)
    own_seat(visit, table)
    name = given_names(at_the_head(table=reached, at=visit.at))
    return visit.show("guest/guest_leave.html", {"name": name, "table": table, "nav_items": menu()})
