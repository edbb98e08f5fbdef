"""Vis alle: everybody who waits for this caseworker, the most urgent first."""

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse

from bordenden.access import acts
from bordenden.web.parts.paging import pager_of
from bordenden.web.staff.waiting_for_me import MANY, who_waits
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import PAGE, Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.CASE_READ)
def waiting(visit: Visit["Table"]) -> HttpResponse:
    """A hundred at most: whoever has more does not need a longer list."""
    with visit.reading():
        found = who_waits(visit, MANY + 1)
        page = Paginator(found[:MANY], PAGE).get_page(visit.request.GET.get("side"))
        context = {"waiting": list(page), "pager": pager_of(page), "more": len(found) > MANY, "most": MANY}
        return visit.show("staff/waiting.html", context)
