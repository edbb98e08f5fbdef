"""Bo foreslår: yes, yes in her own words, or no; nothing happens before, and no reason is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions, queries
from bordenden.plans.words import DecisionAbout, ProposalAnswer
from bordenden.web.citizen.goal_forms import AnswerForm
from bordenden.web.parts.plan_waiting import proposal_part
from bordenden.web.parts.reader import reader_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Proposal


@opens(acts.PROPOSAL_ANSWER)
def proposal(visit: Visit[Proposal], pk: UUID) -> HttpResponse:
    """The three buttons; afterwards what she said."""
    form = AnswerForm(visit.posted)
    if form.is_valid():
        sent = form.cleaned_data
        try:
            with visit.writing(pk) as held:
                actions.answer_proposal(
                    proposal=held,
                    answer=ProposalAnswer(sent["answer"]),
                    words=sent["words"],
                    own_words=sent["own_words"],
                    by=visit.viewer.person,
                    at=visit.at,
                )
            return visit.go("plan", held.plan_id)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        reached = visit.reach(pk, "proposed_by", "barrier", "plan")
        if reached.about == DecisionAbout.CONTACT_FORM:
            return visit.go("contact_form", reached.plan_id)
        if not form.is_bound:
            form.initial = {"words": reached.words}
        context = {
            "part": proposal_part(reached),
            "eases": _eases(reached),
            "offer_url": reverse("offer", args=[reached.table_id, reached.offer_id]) if reached.offer_id else "",
            "name": reached.proposed_by.given_name,
            "open": not reached.answer and reached.taken_back_at is None,
            "answer": reached.get_answer_display(),
            "answer_words": reached.answer_words,
            "has_words": queries.to_build_on(plan=reached.plan) is not None,
            "plan": reached.plan_id,
            "reader": reader_of(reached, visit.at),
        }
        return visit.show("citizen/proposal.html", context, form)


def _eases(proposal: Proposal) -> str:
    return queries.hard_thing(barrier=proposal.barrier).words if proposal.barrier else ""
