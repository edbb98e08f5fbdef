"""Når vi ikke har hørt fra hinanden: what was thought, and what was decided; she may say something to it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.pathways.queries import beside_her
from bordenden.reviews.queries import reviews_of
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.paging import cut
from bordenden.web.parts.reviews import review_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

SHOWN = 5


@opens(acts.REVIEWS_READ)
def reviews(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Her own page, newest first; her caseworker has one at another door."""
    table = visit.reach(pk)
    only_her(visit, table)
    page = cut(reviews_of(table=table), visit.request.GET.get("side"), size=SHOWN)
    answers = beside_her(thing=table, at=visit.at).answers
    context = {
        "table": pk,
        "name": answers.given_name if answers else "",
        "reviews": [review_part(row) for row in page.rows],
        "pager": page.pager,
    }
    return visit.show("citizen/reviews.html", context)
