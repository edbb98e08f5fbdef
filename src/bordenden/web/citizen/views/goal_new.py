"""A new goal, in her own words."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import course
from bordenden.plans import actions
from bordenden.web.citizen.goal_forms import GoalForm
from bordenden.web.parts.reader import reader_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.GOAL_SET)
def goal_new(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """She sets a goal; the same form sent twice sets it once."""
    with visit.reading():
        plan = visit.reach(pk, "table")
        newest = course(table=plan.table)
        reader = reader_of(plan, visit.at)
    form = GoalForm(visit.posted, track=newest.track if newest else "")
    if form.is_valid():
        try:
            sent, by = form.cleaned_data, visit.viewer.person
            with visit.writing(pk) as held:
                actions.set_goal(
                    plan=held, words=sent["words"], form_key=sent["form_key"], tags=form.tags, by=by, at=visit.at
                )
            return visit.go("plan", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    return visit.show("citizen/goal_new.html", {"plan": pk, "reader": reader}, form)
