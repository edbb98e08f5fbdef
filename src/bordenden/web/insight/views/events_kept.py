"""Arrangementer: the municipality's events, the latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.offers import queries
from bordenden.web.insight.keeping import keeper_menu
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Catalogue

A_PAGE = 20


@opens(acts.CATALOGUE_KEEP)
def events_kept(visit: Visit[Catalogue], pk: UUID) -> HttpResponse:
    """Drafts, those to come, those that were, and those called off."""
    thing = visit.reach(pk, "municipality")
    page = cut(queries.all_events(municipality=thing.municipality), visit.request.GET.get("side"), size=A_PAGE)
    context = {
        "catalogue": thing,
        "events": page.rows,
        "pager": page.pager,
        "nav_items": keeper_menu(pk, "events_kept"),
    }
    return visit.show("insight/events_kept.html", context)
