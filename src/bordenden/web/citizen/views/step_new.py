"""Mit næste lille skridt: a new one, towards a goal or just because."""

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
    from bordenden.plans.models import Plan


@opens(acts.STEP_SET)
def step_new(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """She sets a small step; the same form sent twice sets it once."""
    with visit.reading():
        plan = visit.reach(pk)
        goals = {str(goal.pk): goal for goal in queries.goals(plan=plan)}
        reader = reader_of(plan, visit.at)
    form = StepForm(
        visit.posted,
        goals=[(key, goal.words) for key, goal in goals.items()],
        initial={"goal": visit.request.GET.get("maal", "")},
    )
    if form.is_valid():
        try:
            sent = form.cleaned_data
            with visit.writing(pk) as held:
                actions.set_step(
                    plan=held,
                    words=sent["words"],
                    form_key=sent["form_key"],
                    goal=goals.get(sent.get("goal", "")),
                    owner=sent["owner"],
                    by=visit.viewer.person,
                    at=visit.at,
                )
            return visit.go("plan", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    return visit.show("citizen/step_new.html", {"plan": pk, "reader": reader}, form)
