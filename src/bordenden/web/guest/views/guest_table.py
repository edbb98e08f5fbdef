"""Ved Aminas bord: what she has opened for the guest, and nothing about the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.web.guest.frame import menu
from bordenden.web.guest.open_rooms import open_rooms
from bordenden.web.parts.names import given_names
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.GUEST_TABLE_READ)
def guest_table(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Each open room, with the way into it."""
    reached = visit.reach(pk)
    name = given_names(at_the_head(table=reached, at=visit.at))
    context = {
        "name": name,
        "owner": whose(name),
        "table": pk,
        "is_mentor": visit.may(acts.MENTORING_READ, reached),
        "rooms": open_rooms(visit, reached),
        "nav_items": menu(),
    }
    return visit.show("guest/guest_table.html", context)
