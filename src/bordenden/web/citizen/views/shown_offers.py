"""Det, vi har set på: what was gone through with her, by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.offers import queries
from bordenden.web.parts.paging import cut
from bordenden.web.parts.shown_offers import days_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

A_PAGE = 20


@opens(acts.OFFERS_SHOWN_READ)
def shown_offers(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """The newest day first."""
    table = visit.reach(pk)
    page = cut(queries.presented(table=table), visit.request.GET.get("side"), size=A_PAGE)
    context = {"table": table, "days": days_of(page.rows), "pager": page.pager}
    return visit.show("citizen/shown_offers.html", context)
