"""På vej hertil: who moves here and brings a table; a name, from where and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.moves.queries import on_their_way
from bordenden.web.insight.frame import menu
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


@opens(acts.ARRIVALS_READ)
def arrivals(visit: Visit[Project], project: UUID) -> HttpResponse:
    """Who has waited longest first; nothing of what they bring."""
    reached = visit.reach(project, "municipality")
    page = cut(on_their_way(municipality=reached.municipality), visit.request.GET.get("side"))
    visit.named(page.rows)
    context = {
        "project": reached,
        "arrivals": [(row.pk, row.name, row.origin.name, day(row.sent_at)) for row in page.rows],
        "pager": page.pager,
        "nav_items": menu("home"),
    }
    return visit.show("insight/arrivals.html", context)
