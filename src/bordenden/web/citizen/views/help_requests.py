"""Hjælp: ask to be called or ask a question; below what she has asked for, and the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.contactlog.queries import requests_of
from bordenden.pathways.queries import beside_her
from bordenden.web.parts.help import help_part
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.HELP_READ)
def help_requests(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Her own page; whoever answers has one at another door."""
    table = visit.reach(pk)
    if not visit.may(acts.HELP_ASK, table):
        raise Http404
    page = cut(requests_of(table=table), visit.request.GET.get("side"))
    answers = beside_her(thing=table, at=visit.at).answers
    context = {
        "table": pk,
        "name": answers.given_name if answers else "",
        "requests": [help_part(row, seen=visit.at) for row in page.rows],
        "pager": page.pager,
    }
    return visit.show("citizen/help_requests.html", context)
