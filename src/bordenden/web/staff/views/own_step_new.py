"""Mit eget skridt: what the caseworker promises to do, with the kind of task it is."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.plans import actions
from bordenden.plans.words import LifeArea, StepOwner, TaskType
from bordenden.web.parts.names import given_names
from bordenden.web.parts.plan_forms import OwnStepForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.OWN_STEP_SET)
def own_step_new(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """Never a step of hers: those are proposed."""
    form = OwnStepForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(plan) as held:
                _set(visit, held, form)
            return visit.go("case_plan", plan)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(plan, "table")
        context = {"name": given_names(at_the_head(table=reached.table, at=visit.at)), "plan": plan}
        return visit.show("staff/own_step_new.html", context, form)


def _set(visit: Visit["Plan"], held: "Plan", form: OwnStepForm) -> None:
    sent = form.cleaned_data
    actions.set_step(
        plan=held,
        words=sent["words"],
        form_key=sent["form_key"],
        owner=StepOwner.COORDINATOR,
        around=actions.Around(
            area=LifeArea(sent["area"]) if sent["area"] else None,
            due_on=sent["due_on"],
            task_type=TaskType(sent["task_type"]) if sent["task_type"] else None,
        ),
        by=visit.viewer.person,
        at=visit.at,
    )
