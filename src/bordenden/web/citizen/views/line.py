"""Min plads i køen: every line she stands in and every place she has, with her number and about how long."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.offers import queries as offers
from bordenden.plans import queries
from bordenden.web.parts.chosen import line_part
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Waiting
    from bordenden.pathways.models import Table
    from bordenden.web.parts.chosen import LinePart

A_PAGE = 20


@opens(acts.LINE_READ)
def line(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Places to answer for come first. Nobody else in the line is told of."""
    table = visit.reach(pk)
    page = cut(offers.lines_of(table=table), visit.request.GET.get("side"), size=A_PAGE)
    plan = queries.plan_of(table=table)
    context = {
        "table": pk,
        "plan": plan.pk if plan else None,
        "lines": _parts(visit, list(page.rows)),
        "pager": page.pager,
    }
    return visit.show("citizen/line.html", context)


def _parts(visit: Visit[Table], rows: list[Waiting]) -> list[LinePart]:
    paces = offers.paces(offers=[row.offer for row in rows], at=visit.at)
    chosen = queries.chosen_in_lines(lines=rows)
    return [
        line_part(
            row,
            paces[row.offer],
            answer=reverse("place_answer", args=[row.pk]),
            more=reverse("chosen", args=[chosen[row.pk]]) if row.pk in chosen else "",
        )
        for row in rows
    ]
