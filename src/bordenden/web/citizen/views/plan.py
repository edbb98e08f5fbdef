"""Min plan: what waits for her, her own words, what makes it hard, her goals and her small steps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.families.queries import family_at
from bordenden.plans import queries
from bordenden.plans.words import ENDED, PlanKind
from bordenden.web.citizen.asked import answered_at
from bordenden.web.citizen.starters import starters
from bordenden.web.design.ways import way_to
from bordenden.web.parts.chosen import ChosenPart, chosen_part
from bordenden.web.parts.plan import goal_part, hard_part, said_part, steps_part
from bordenden.web.parts.plan_waiting import waiting_parts
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Chosen, Plan
    from bordenden.plans.queries import Said
    from bordenden.plans.words import StatementKind

CHOSEN_SHOWN = 20


@opens(acts.PLAN_READ)
def plan(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """Her own page: it says "you", so whoever else may read the plan has a page at another door."""
    reached = visit.reach(pk)
    if not visit.may(acts.STATEMENT_WRITE, reached):
        raise Http404
    family = family_at(table=reached) if reached.kind == PlanKind.FAMILY else None
    if family is not None:
        return visit.go("family" if visit.may(acts.FAMILY_READ, family) else "family_join", family.pk)
    seen = queries.overview(plan=reached)
    to_barrier, to_goal, to_step = way_to("barrier"), way_to("goal"), way_to("step")
    context = {
        "waiting": waiting_parts(queries.waiting_for_her(plan=reached), answered_at),
        **_words(pk, seen.said),
        "hard": [hard_part(row, to_barrier(row.pk)) for row in seen.hard],
        "goals": [goal_part(row, to_goal(row.pk)) for row in seen.goals],
        "steps_part": steps_part(reached, side=visit.request.GET.get("side"), link=lambda step: to_step(step.pk)),
        **_chosen(queries.all_chosen(CHOSEN_SHOWN * 2, plan=reached)),
        "plan": pk,
        "table": reached.table_id,
    }
    return visit.show("citizen/plan.html", context)


def _chosen(rows: Iterable[Chosen]) -> dict[str, list[ChosenPart]]:
    """What stands, in her order, and what is over. One query for both."""
    stands: list[Chosen] = []
    over: list[Chosen] = []
    for row in rows:
        (over if row.status in ENDED else stands).append(row)

    to_chosen = way_to("chosen")

    def parts(some: list[Chosen]) -> list[ChosenPart]:
        return [chosen_part(row, lambda one: to_chosen(one.pk)) for row in some[:CHOSEN_SHOWN]]

    return {"chosen": parts(stands), "over": parts(over)}


def _words(pk: UUID, said: tuple[Said, ...]) -> dict[str, object]:
    """What she has said (before that the first kind alone), and one line for all the rest."""

    def link(kind: StatementKind) -> str:
        return reverse("words", args=[pk, kind])

    stands = [row for row in said if row.words or row.comments]
    shown = stands or list(said[:1])
    return {
        "said": [(said_part(row, link), starters(row.kind)) for row in shown],
        "unsaid": [(row.kind.label, link(row.kind)) for row in said if row not in shown],
    }
