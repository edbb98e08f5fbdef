"""Foreslå det til Amina: an offer of the catalogue waits until she says yes; then it is a wish of hers."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers.queries import published
from bordenden.pathways.queries import at_the_head
from bordenden.plans.actions import propose
from bordenden.plans.words import DecisionAbout
from bordenden.web.parts.names import given_names
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.staff.suggest_form import SuggestForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.PROPOSAL_MAKE)
def offer_suggest(visit: Visit["Plan"], plan: UUID, offer: UUID) -> HttpResponse:
    """The same form sent twice proposes once."""
    with visit.reading():
        reached = visit.reach(plan, "table", "municipality")
        only_staff(visit, reached)
        about = get_object_or_404(published(municipality=reached.municipality, at=visit.at), pk=offer)
        name = given_names(at_the_head(table=reached.table, at=visit.at))
        form = SuggestForm(visit.posted, initial={"words": about.name})
    if form.is_valid():
        try:
            with visit.writing(plan) as held:
                sent, what = form.cleaned_data, DecisionAbout.OFFER
                propose(plan=held, about=what, offer=about, by=visit.viewer.person, at=visit.at, **sent)
            return visit.go("case_plan", plan)
        except NotPossible as refusal:
            form.refuse(refusal)
    context = {"table": reached.table_id, "offer": about, "name": name}
    with visit.reading():
        return visit.show("staff/offer_suggest.html", context, form)
