"""Mit eget skridt, as mentor: what the mentor promises to do, while the plan is kept open."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.plans import actions
from bordenden.plans.words import LifeArea, StepOwner
from bordenden.web.guest.frame import menu
from bordenden.web.guest.guest_door import only_from_here
from bordenden.web.parts.names import given_names
from bordenden.web.parts.plan_forms import OwnStepForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


class MentorStepForm(OwnStepForm):
    """Without the kinds of task a caseworker tells apart."""

    task_type = None  # type: ignore[assignment]


@opens(acts.OWN_STEP_SET)
def guest_step_new(visit: Visit[Plan], plan: UUID) -> HttpResponse:
    """Never a step of hers: those are proposed."""
    form = MentorStepForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(plan) as held:
                only_from_here(visit, held)
                _set(visit, held, form)
            return visit.go("guest_plan", plan)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(plan, "table")
        only_from_here(visit, reached)
        name = given_names(at_the_head(table=reached.table, at=visit.at))
        return visit.show("guest/guest_step_new.html", {"name": name, "plan": plan, "nav_items": menu()}, form)


def _set(visit: Visit[Plan], plan: Plan, form: MentorStepForm) -> None:
    sent = form.cleaned_data
    around = actions.Around(area=LifeArea(sent["area"]) if sent["area"] else None, due_on=sent["due_on"])
    actions.set_step(
        plan=plan,
        words=sent["words"],
        form_key=sent["form_key"],
        owner=StepOwner.MENTOR,
        around=around,
        by=visit.viewer.person,
        at=visit.at,
    )
