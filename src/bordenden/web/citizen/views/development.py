"""Min udvikling: what she said last time and says now, in words first, then as curves she can print."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.pathways import queries as pathways
from bordenden.pathways.words import SeatRole
from bordenden.web.parts.development import development_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.DEVELOPMENT_READ)
def development(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Her own page: it says "you", so whoever she opened the room for has a page at another door."""
    reached = visit.reach(pk)
    if not visit.may(acts.TABLE_READ, reached):
        raise Http404
    part = development_part(queries.curves(table=reached))
    coordinator = pathways.in_role(table=reached, role=SeatRole.COORDINATOR, at=visit.at) if part.fell else None
    return visit.show("citizen/development.html", {"table": reached, "part": part, "coordinator": coordinator})
