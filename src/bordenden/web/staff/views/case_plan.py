"""Her plan, to read; beside it what one proposes, writes while she speaks, and promises oneself."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.families.queries import family_at
from bordenden.pathways.queries import at_the_head
from bordenden.plans import queries
from bordenden.plans.words import PlanKind, StatementKind, StepOwner
from bordenden.web.parts.names import given_names
from bordenden.web.parts.plan import plan_part
from bordenden.web.parts.plan_waiting import WaitingPart, waiting_parts
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan, SmallStep


@opens(acts.PLAN_READ)
def case_plan(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """The plan as she sees it, and what waits for her answer."""
    reached = visit.reach(plan, "table")
    name = given_names(at_the_head(table=reached.table, at=visit.at))

    def reply(kind: StatementKind) -> str:
        return reverse("comment_new", args=(plan, kind))

    def own(step: "SmallStep") -> str:
        mine = step.owner == StepOwner.COORDINATOR and visit.may(acts.OWN_STEP_MARK, step)
        return reverse("own_step", args=(step.pk,)) if mine else ""

    may_reply = visit.may(acts.STATEMENT_COMMENT, reached)
    side = visit.request.GET.get("side")
    part = plan_part(
        reached,
        name=name,
        side=side,
        reply=reply if may_reply else None,
        link=own,
        private_too=visit.may(acts.CASE_READ, reached),
    )
    context = {
        "name": name,
        "table": reached.table,
        "plan": plan,
        "part": part,
        "may_propose": visit.may(acts.PROPOSAL_MAKE, reached),
        "may_pen": visit.may(acts.PLAN_PEN, reached),
        "may_step": visit.may(acts.OWN_STEP_SET, reached),
        "waiting": _waiting(visit, reached),
        "family_url": _family(visit, reached),
    }
    return visit.show("staff/case_plan.html", context)


def _waiting(visit: Visit["Plan"], plan: "Plan") -> tuple[WaitingPart, ...]:
    """What waits for her answer; one's own proposals may be taken back, a yes on paper may be noted."""
    may_note = visit.may(acts.PLAN_PEN, plan)

    def link(row: queries.Waits) -> str:
        if row.penned:
            return reverse("pen_paper", args=(row.pk,)) if may_note else ""
        return reverse("proposal_take_back", args=(row.pk,)) if row.by == visit.viewer.pk else ""

    return waiting_parts(queries.waiting_for_her(plan=plan), link)


def _family(visit: Visit["Plan"], plan: "Plan") -> str:
    """The way to who is with them, where it is a family's plan."""
    family = family_at(table=plan) if plan.kind == PlanKind.FAMILY else None
    return reverse("case_family", args=(family.pk,)) if family and visit.may(acts.FAMILY_READ, family) else ""
