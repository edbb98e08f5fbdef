"""A new goal, in her own words."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions
from bordenden.web.citizen.plan_forms import GoalForm
from bordenden.web.parts.reader import reader_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.GOAL_SET)
def goal_new(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """She sets a goal; the same form sent twice sets it once."""
    form = GoalForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as plan:
                actions.set_goal(plan=plan, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
            return visit.go("plan", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        plan = visit.reach(pk)
        return visit.show("citizen/goal_new.html", {"plan": pk, "reader": reader_of(plan, visit.at)}, form)
