"""Tag et forslag tilbage: whoever made it, while she has not answered."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions
from bordenden.web.parts.plan_waiting import proposal_part
from bordenden.web.parts.talk_forms import OnceForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Proposal


@opens(acts.PROPOSAL_TAKE_BACK)
def proposal_take_back(visit: Visit["Proposal"], proposal: UUID) -> HttpResponse:
    """The proposal, and a button where it is one's own and open."""
    form = OnceForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(proposal) as held:
                actions.take_back_proposal(proposal=held, by=visit.viewer.person, at=visit.at)
            return visit.go("case_plan", held.plan_id)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(proposal, "proposed_by")
        context = {
            "part": proposal_part(reached),
            "own": reached.proposed_by_id == visit.viewer.pk,
            "open": not reached.answer and reached.taken_back_at is None,
            "answer": reached.get_answer_display(),
            "plan": reached.plan_id,
        }
        return visit.show("staff/proposal_take_back.html", context, form)
