"""Mit næste lille skridt: a new one, towards a goal, from something that makes it hard, or just because."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions, queries
from bordenden.web.citizen.plan_forms import StepForm
from bordenden.web.parts.reader import reader_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Barrier, Goal, Plan


@opens(acts.STEP_SET)
def step_new(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """She sets a small step; the same form sent twice sets it once. `?svaert=` says what it is to make easier."""
    with visit.reading():
        plan = visit.reach(pk)
        goals = {str(goal.pk): goal for goal in queries.goals(plan=plan) if goal.let_go_at is None}
        hard = _asked_for(visit, plan)
        reader = reader_of(plan, visit.at)
    form = StepForm(
        visit.posted,
        goals=[(key, goal.words) for key, goal in goals.items()],
        initial={"goal": visit.request.GET.get("maal", "")},
    )
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                _set(visit, held, form, goals, hard.barrier if hard else None)
            return visit.go("plan", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    context = {"plan": pk, "hard": hard.words if hard else "", "reader": reader}
    return visit.show("citizen/step_new.html", context, form)


def _asked_for(visit: Visit[Plan], plan: Plan) -> queries.Hard | None:
    asked = visit.request.GET.get("svaert", "")
    return (
        next((row for row in queries.hard_things(plan=plan) if str(row.barrier.pk) == asked), None) if asked else None
    )


def _set(visit: Visit[Plan], held: Plan, form: StepForm, goals: dict[str, Goal], barrier: Barrier | None) -> None:
    sent = form.cleaned_data
    actions.set_step(
        plan=held,
        words=sent["words"],
        form_key=sent["form_key"],
        goal=goals.get(sent.get("goal", "")),
        owner=sent["owner"],
        around=form.around(barrier),
        by=visit.viewer.person,
        at=visit.at,
    )
