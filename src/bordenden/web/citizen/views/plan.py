"""Min plan: her own words, her goals and her small steps."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.families.queries import family_at
from bordenden.plans import queries
from bordenden.plans.words import PlanKind
from bordenden.web.citizen.starters import starters
from bordenden.web.parts.plan import goal_part, said_part, steps_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.PLAN_READ)
def plan(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """Her own page: it says "you", so whoever else may read the plan has a page at another door."""
    reached = visit.reach(pk)
    if not visit.may(acts.STATEMENT_WRITE, reached):
        raise Http404
    family = family_at(table=reached) if reached.kind == PlanKind.FAMILY else None
    if family is not None:
        return visit.go("family", family.pk)
    seen = queries.overview(plan=reached)
    said = [(said_part(row, lambda kind: reverse("words", args=[pk, kind])), starters(row.kind)) for row in seen.said]
    goals = [goal_part(row, reverse("goal", args=[row.pk])) for row in seen.goals]
    steps = steps_part(reached, side=visit.request.GET.get("side"), link=lambda step: reverse("step", args=[step.pk]))
    context = {
        "said": said,
        "goals": goals,
        "steps_part": steps,
        "plan": pk,
        "table": reached.table_id,
    }
    return visit.show("citizen/plan.html", context)
