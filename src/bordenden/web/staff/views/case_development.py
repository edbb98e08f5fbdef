"""Min udvikling as the caseworker reads it, once the citizen has opened the room."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.evaluation.words import CAVEAT
from bordenden.pathways.queries import at_the_head, seat_in_role
from bordenden.pathways.words import SeatRole
from bordenden.web.parts.development import shared_part
from bordenden.web.parts.development_areas import area_said
from bordenden.web.parts.names import given_names
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.DEVELOPMENT_READ)
def case_development(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """What she has sent, to read and not to write; the means of areas are for the caseworker alone."""
    reached = visit.reach(pk)
    name = given_names(at_the_head(table=reached, at=visit.at))
    own = seat_in_role(table=reached, role=SeatRole.COORDINATOR, at=visit.at)
    shared = queries.shared_curves(table=reached, caseworker=own, at=visit.at)
    wellbeing = queries.shared_wellbeing(table=reached, caseworker=own, at=visit.at)
    part = shared_part(shared, wellbeing, name=name)
    moved = queries.area_changes(development=shared, precision=queries.newest_precision())
    context = {
        "table": reached,
        "name": name,
        "owner": whose(name),
        "part": part,
        "caveat": CAVEAT,
        "areas": [area_said(change) for change in moved],
    }
    return visit.show("staff/case_development.html", context)
