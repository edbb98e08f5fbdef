"""Et tilbud hos den, der passer det: all it says, who waits, what is missing, and the button that publishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions, queries
from bordenden.web.insight.keeper_forms import ButtonForm
from bordenden.web.insight.keeping import around, facts_of, line_words, state_of, too_few_places
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Offer


@opens(acts.OFFER_KEEP)
def offer_kept(visit: Visit[Offer], pk: UUID) -> HttpResponse:
    """What is missing is named before anybody presses publish, and refused when they do."""
    form = ButtonForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                actions.publish(offer=held, by=visit.viewer.person, at=visit.at)
            return visit.go("offer_kept", pk)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        offer = visit.reach(pk, "municipality")
        line = queries.line_counts(offers=[offer]).get(offer.pk, queries.LineCount())
        context = {
            "offer": offer,
            "state": state_of(offer, at=visit.at),
            "published": queries.is_published(offer, at=visit.at),
            "lacking": queries.lacking(offer),
            "line": line_words(offer, line),
            "to_line": visit.may(acts.LINE_KEEP, offer) and (offer.published_at is not None),
            "too_few": too_few_places(offer, line),
            "facts": facts_of(actions.as_said(offer)),
            **around(offer.municipality, "catalogue"),
        }
        return visit.show("insight/offer_kept.html", context, form)
