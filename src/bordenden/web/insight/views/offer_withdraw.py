"""Tag et tilbud ud: who is told, who keeps a place, and the button."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers import queries
from bordenden.plans.actions import withdraw_offer
from bordenden.web.insight.keeper_forms import ButtonForm
from bordenden.web.insight.keeping import menu_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Offer


@opens(acts.OFFER_KEEP)
def offer_withdraw(visit: Visit[Offer], pk: UUID) -> HttpResponse:
    """The rule is said before it is done."""
    form = ButtonForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                withdraw_offer(offer=held, by=visit.viewer.person, at=visit.at)
            return visit.go("offer_kept", pk)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        offer = visit.reach(pk, "municipality")
        context = {
            "offer": offer,
            "told": queries.told_when_withdrawn(offer=offer),
            "keep": queries.places_taken(offer=offer),
            "nav_items": menu_of(offer.municipality, "catalogue"),
        }
        return visit.show("insight/offer_withdraw.html", context, form)
