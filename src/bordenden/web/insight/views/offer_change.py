"""Ret et tilbud: everything it says; whoever has a place, or waits, keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers.actions import as_said
from bordenden.plans.actions import change_offer
from bordenden.web.design.parts import StaleText
from bordenden.web.insight.keeper_forms import OfferForm
from bordenden.web.insight.keeping import menu_of
from bordenden.web.insight.kept_drafts import drafts_beside
from bordenden.web.threshold.drafting import close_draft, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Offer

DRAFT = "offer.change"
TEXTS = ("name", "about", "for_whom")


@opens(acts.OFFER_KEEP)
def offer_change(visit: Visit[Offer], pk: UUID) -> HttpResponse:
    """Two who change it at once are both told."""
    stale: tuple[StaleText, ...] = ()
    with visit.reading():
        offer = visit.reach(pk, "municipality")
        form = OfferForm.of(visit.posted, offer, as_said(offer))
        valid = form.is_valid()
    if valid:
        try:
            with visit.writing(pk) as held:
                version = form.cleaned_data["version"] or 0
                change_offer(offer=held, said=form.said, version=version, by=visit.viewer.person, at=visit.at)
                close_draft(visit)
            return visit.go("offer_kept", pk)
        except NotPossible as refused:
            stale = form.refuse(refused)
    with visit.reading():
        context = {
            "offer": offer,
            "stale": stale,
            "nav_items": menu_of(offer.municipality, "catalogue"),
            **drafts_beside(visit, form, DRAFT, offer, texts=TEXTS),
        }
        return visit.show("insight/offer_change.html", context, form)


offer_change_draft = drafts_of(offer_change, DRAFT)
