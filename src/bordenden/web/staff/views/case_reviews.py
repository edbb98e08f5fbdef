"""Når I ikke har hørt fra hinanden: every time it was quiet here, and what they did."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.reviews.queries import reviews_of
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.parts.reviews import review_part
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

SHOWN = 10


@opens(acts.REVIEWS_READ)
def case_reviews(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """Newest first; an open one leads to its form."""
    reached = visit.reach(table)
    only_staff(visit, reached)
    page = cut(reviews_of(table=reached), visit.request.GET.get("side"), size=SHOWN)
    context = {
        "table": reached.pk,
        "name": given_names(at_the_head(table=reached, at=visit.at)),
        "reviews": [(review_part(row), visit.may(acts.REVIEW_HOLD, row) and row.is_open) for row in page.rows],
        "pager": page.pager,
    }
    return visit.show("staff/case_reviews.html", context)
