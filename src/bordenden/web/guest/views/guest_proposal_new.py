"""Foreslå noget, as a mentor: a goal or a small step; it waits until she says yes, in these words or in her own."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.plans import actions, queries
from bordenden.web.guest.frame import menu
from bordenden.web.parts.names import given_names
from bordenden.web.parts.plan_forms import ProposalForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.PROPOSAL_MAKE)
def guest_proposal_new(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """The same form sent twice proposes once."""
    with visit.reading():
        reached = visit.reach(plan, "table")
        name = given_names(at_the_head(table=reached.table, at=visit.at))
        hard = {str(row.barrier.pk): row for row in queries.hard_things(plan=reached)}
    form = ProposalForm(visit.posted, hard=hard, name=name)
    if form.is_valid():
        try:
            with visit.writing(plan) as held:
                actions.propose(plan=held, by=visit.viewer.person, at=visit.at, **form.proposed())
            return visit.go("guest_plan", plan)
        except NotPossible as refusal:
            form.refuse(refusal)
    return visit.show("guest/guest_proposal_new.html", {"name": name, "plan": plan, "nav_items": menu()}, form)
