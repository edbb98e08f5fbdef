"""Foreslå noget: a goal, a small step or a possibility; it waits until she says yes, in these words or in her own."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers.queries import published
from bordenden.pathways.queries import at_the_head
from bordenden.plans import actions, queries
from bordenden.web.parts.names import given_names
from bordenden.web.parts.plan_forms import OfferProposalForm, ProposalForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Offer
    from bordenden.plans.models import Plan


@opens(acts.PROPOSAL_MAKE)
def proposal_new(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """The same form sent twice proposes once. `?mulighed=` names what of the catalogue is proposed."""
    with visit.reading():
        reached = visit.reach(plan, "table__municipality")
        name = given_names(at_the_head(table=reached.table, at=visit.at))
        offer = _asked_for(visit, reached)
        hard = {} if offer else {str(row.barrier.pk): row for row in queries.hard_things(plan=reached)}
    form = (
        OfferProposalForm(visit.posted, initial={"words": offer.name})
        if offer
        else ProposalForm(visit.posted, hard=hard, name=name)
    )
    if form.is_valid():
        try:
            with visit.writing(plan) as held:
                actions.propose(plan=held, offer=offer, by=visit.viewer.person, at=visit.at, **form.proposed())
            return visit.go("case_plan", plan)
        except NotPossible as refusal:
            form.refuse(refusal)
    context = {"name": name, "plan": plan, "offer": offer.name if offer else ""}
    return visit.show("staff/proposal_new.html", context, form)


def _asked_for(visit: Visit["Plan"], plan: "Plan") -> "Offer | None":
    """What is no possibility of her municipality's today is not there."""
    asked = visit.request.GET.get("mulighed", "")
    if not asked:
        return None
    try:
        return published(municipality=plan.table.municipality, at=visit.at).filter(pk=UUID(asked)).first()
    except ValueError:
        return None
