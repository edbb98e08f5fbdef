"""Bekræftet på papir: the caseworker notes that she said yes on the printed plan; the note names him."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions, queries
from bordenden.web.parts.plan_waiting import penned_part
from bordenden.web.parts.talk_forms import OnceForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Penned


@opens(acts.PENNED_PAPER)
def pen_paper(visit: Visit["Penned"], penned: UUID) -> HttpResponse:
    """Where she has said something herself, only she changes it, on a device of her own."""
    form = OnceForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(penned) as held:
                actions.confirm_on_paper(penned=held, by=visit.viewer.person, at=visit.at)
            return visit.go("case_plan", held.plan_id)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(penned, "pen", "spoken_by", "goal", "plan")
        context = {
            "part": penned_part(reached),
            "name": reached.spoken_by.given_name,
            "answer": reached.get_answer_display(),
            "enough": queries.paper_is_enough(penned=reached),
            "plan": reached.plan_id,
        }
        return visit.show("staff/pen_paper.html", context, form)
