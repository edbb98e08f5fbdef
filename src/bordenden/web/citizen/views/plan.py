"""Min plan: her own words, her goals and her small steps; who may write sees where."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.plans import queries
from bordenden.web.citizen.frame import menu
from bordenden.web.citizen.starters import starters
from bordenden.web.parts.plan import goal_part, said_part, steps_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.PLAN_READ)
def plan(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """The whole plan; its buttons are shown to her alone."""
    reached = visit.reach(pk)
    hers = visit.may(acts.STATEMENT_WRITE, reached)
    seen = queries.overview(plan=reached)
    said = [
        (said_part(row, lambda kind: reverse("words", args=[pk, kind]) if hers else ""), starters(row.kind))
        for row in seen.said
    ]
    goals = [goal_part(row, reverse("goal", args=[row.pk]) if hers else "") for row in seen.goals]
    steps = steps_part(
        reached, side=visit.request.GET.get("side"), link=lambda step: reverse("step", args=[step.pk]) if hers else ""
    )
    context = {
        "said": said,
        "goals": goals,
        "steps_part": steps,
        "plan": pk,
        "table": reached.table_id,
        "hers": hers,
        "nav_items": menu(table=reached.table_id, plan=pk, current="plan") if hers else (),
    }
    return visit.show("citizen/plan.html", context)
