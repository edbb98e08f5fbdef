"""Det sker: what happens soon in her municipality; she may come, and nobody sees who else does."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.offers.queries import events_for
from bordenden.web.citizen.event_words import event_line
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

EVENTS_A_PAGE = 20


@opens(acts.OFFERS_BROWSE)
def events(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """The nearest first."""
    table = visit.reach(pk, "municipality")
    rows = events_for(table=table, person=visit.viewer, at=visit.at)
    page = cut(rows, visit.request.GET.get("side"), size=EVENTS_A_PAGE)
    context = {"table": pk, "events": [event_line(row, pk, visit.at) for row in page.rows], "pager": page.pager}
    return visit.show("citizen/events.html", context)
