"""Mentorer: the municipality's mentors, shown or not, how many have each, and who sits as one without a profile."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.mentors import queries
from bordenden.web.insight.keeping import keeper_menu, mentor_row
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Catalogue

A_PAGE, COUNTED = 20, 100


@opens(acts.MENTORS_KEEP)
def mentors_kept(visit: Visit[Catalogue], pk: UUID) -> HttpResponse:
    """The list; those who have stopped come last."""
    thing = visit.reach(pk, "municipality")
    page = cut(queries.all_profiles(municipality=thing.municipality), visit.request.GET.get("side"), size=A_PAGE)
    context = {
        "catalogue": thing,
        "rows": [mentor_row(one) for one in queries.choices(page.rows)],
        "without": queries.without_profile(municipality=thing.municipality, most=COUNTED + 1).count(),
        "counted": COUNTED,
        "pager": page.pager,
        "nav_items": keeper_menu(pk, "mentors_kept"),
    }
    return visit.show("insight/mentors_kept.html", context)
