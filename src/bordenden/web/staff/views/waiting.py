"""Vis alle: everybody who waits for this caseworker, the most urgent first."""

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse

from bordenden.access import acts
from bordenden.web.parts.paging import page_number, pager_of
from bordenden.web.staff.waiting_for_me import MANY, who_waits
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

# Of three kinds of waiting so many are read: all their looks are written in one statement.
A_PAGE = 20


@opens(acts.CASE_READ)
def waiting(visit: Visit["Table"]) -> HttpResponse:
    """A hundred at most: whoever has more does not need a longer list. Read is no more than the page needs."""
    with visit.reading():
        asked = page_number(visit.request.GET.get("side", ""))
        found = who_waits(visit, min(asked * A_PAGE, MANY) + 1, everything=True)
        page = Paginator(found[:MANY], A_PAGE).get_page(asked)
        context = {"waiting": list(page), "pager": pager_of(page), "more": len(found) > MANY, "most": MANY}
        return visit.show("staff/waiting.html", context)
