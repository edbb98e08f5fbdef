"""Sådan ser Bo det: what a caseworker has said on the form of their own. It is hers to read and to disagree with."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.web.parts.own_view import seen_views
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

SHOWN = 4


@opens(acts.OWN_VIEW_READ)
def their_view(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """Newest first."""
    reached = visit.reach(table)
    page = cut(queries.own_view_sheets(table=reached), visit.request.GET.get("side"), size=SHOWN)
    context = {"table": reached, "views": seen_views(queries.own_views(sheets=page.rows)), "pager": page.pager}
    return visit.show("citizen/their_view.html", context)
