"""Nyt tilbud: a draft in the municipality's catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions
from bordenden.web.insight.keeper_forms import OfferForm
from bordenden.web.insight.keeping import keeper_menu
from bordenden.web.insight.kept_drafts import drafts_beside
from bordenden.web.threshold.drafting import close_draft, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Catalogue

DRAFT = "offer.new"
TEXTS = ("name", "about", "for_whom")


@opens(acts.CATALOGUE_KEEP)
def offer_new(visit: Visit[Catalogue], pk: UUID) -> HttpResponse:
    """Only a name and an area are needed; the rest before it is published."""
    form = OfferForm.new(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                made = actions.write_offer(
                    municipality=held.municipality,
                    said=form.said,
                    form_key=form.cleaned_data["form_key"],
                    by=visit.viewer.person,
                    at=visit.at,
                )
                close_draft(visit)
            return visit.go("offer_kept", made.pk)
        except NotPossible as refused:
            form.refuse(refused)
    with visit.reading():
        catalogue = visit.reach(pk)
        context = {
            "catalogue": catalogue,
            "nav_items": keeper_menu(pk, "catalogue"),
            **drafts_beside(visit, form, DRAFT, catalogue, texts=TEXTS, new=True),
        }
        return visit.show("insight/offer_new.html", context, form)


offer_new_draft = drafts_of(offer_new, DRAFT)
