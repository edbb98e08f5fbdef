"""Min udvikling as the caseworker reads it, once the citizen has opened the room."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.pathways.queries import heads_of
from bordenden.web.parts.development import development_part
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.DEVELOPMENT_READ)
def case_development(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Her curves, to read and not to write."""
    reached = visit.reach(pk)
    head = heads_of(tables=[reached], at=visit.at)[reached.pk]
    part = development_part(queries.curves(table=reached), name=head.given_name)
    context = {"table": reached, "owner": whose(head.given_name), "part": part}
    return visit.show("staff/case_development.html", context)
