"""Mit eget skridt: done, taken back or let go, by whoever promised it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions
from bordenden.plans.words import StepOwner
from bordenden.web.parts.plan import around_step
from bordenden.web.parts.plan_forms import OwnMarkForm
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import SmallStep


@opens(acts.OWN_STEP_MARK)
def own_step(visit: Visit["SmallStep"], step: UUID) -> HttpResponse:
    """A step of somebody else's is on the plan, and not here."""
    form = OwnMarkForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(step) as held:
                _mark(visit, held, form.cleaned_data["reflection"])
            return visit.go("case_plan", held.plan_id)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        reached = visit.reach(step)
        if reached.owner != StepOwner.COORDINATOR:
            raise Http404
        context = {
            "words": reached.words,
            "around": [line for line in around_step(reached) if line],
            "done_on": day(reached.done_at) if reached.done_at else "",
            "reflection": reached.reflection,
            "let_go": reached.let_go_at is not None,
            "plan": reached.plan_id,
        }
        return visit.show("staff/own_step.html", context, form)


def _mark(visit: Visit["SmallStep"], held: "SmallStep", reflection: str) -> None:
    if held.owner != StepOwner.COORDINATOR:
        raise Http404
    do, by, at = visit.request.POST.get("do", "done"), visit.viewer.person, visit.at
    if do in {"let_go", "take_up"}:
        actions.let_go_of_step(step=held, let_go=do == "let_go", by=by, at=at)
    else:
        actions.mark_step(step=held, done=do != "not_done", reflection=reflection, by=by, at=at)
