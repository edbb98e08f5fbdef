"""Hent fra det fælles: which of the national items the municipality has; they come as drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.offers import actions, queries
from bordenden.web.insight.keeper_forms import StartersForm
from bordenden.web.insight.keeping import keeper_menu
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Catalogue


@opens(acts.CATALOGUE_KEEP)
def catalogue_starters(visit: Visit[Catalogue], pk: UUID) -> HttpResponse:
    """Some of them, or all at once."""
    everything = visit.posted is not None and "all" in visit.posted
    with visit.reading():
        thing = visit.reach(pk, "municipality")
        form = StartersForm(visit.posted, queries.missing_starters(municipality=thing.municipality))
        valid = everything or form.is_valid()
    if valid:
        codes = None if everything else form.cleaned_data["codes"]
        with visit.writing(pk) as held:
            actions.copy_starters(catalogue=held, codes=codes, by=visit.viewer.person, at=visit.at)
        return visit.go("catalogue", pk)
    with visit.reading():
        context = {"catalogue": thing, "nav_items": keeper_menu(pk, "catalogue")}
        return visit.show("insight/catalogue_starters.html", context, form)
