"""Min udvikling as a guest at the table reads it, once the head has opened the room."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.pathways.queries import at_the_head
from bordenden.web.guest.frame import menu
from bordenden.web.parts.development import shared_part
from bordenden.web.parts.names import given_names
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.DEVELOPMENT_READ)
def guest_development(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Her curves, to read and not to write."""
    reached = visit.reach(pk)
    name = given_names(at_the_head(table=reached, at=visit.at))
    shared = queries.shared_curves(table=reached, caseworker=None, at=visit.at)
    wellbeing = queries.shared_wellbeing(table=reached, caseworker=None, at=visit.at)
    part = shared_part(shared, wellbeing, name=name)
    context = {"table": reached, "name": name, "owner": whose(name), "part": part, "nav_items": menu()}
    return visit.show("guest/guest_development.html", context)
