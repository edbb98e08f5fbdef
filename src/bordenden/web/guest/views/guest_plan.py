"""Her plan, as she has opened it for the guest."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.plans import queries
from bordenden.plans.words import StatementKind, StepOwner
from bordenden.web.guest.frame import menu
from bordenden.web.parts.names import given_names
from bordenden.web.parts.plan import plan_part
from bordenden.web.parts.plan_waiting import WaitingPart, waiting_parts
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan, SmallStep


@opens(acts.PLAN_READ)
def guest_plan(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """To read; a mentor writes beside her words, proposes, and marks steps of her own."""
    reached = visit.reach(pk, "table")
    name = given_names(at_the_head(table=reached.table, at=visit.at))

    def own(step: SmallStep) -> str:
        mine = step.owner == StepOwner.MENTOR and visit.may(acts.OWN_STEP_MARK, step)
        return reverse("guest_step", args=(step.pk,)) if mine else ""

    def reply(kind: StatementKind) -> str:
        return reverse("guest_comment_new", args=(pk, kind))

    may_reply, side = visit.may(acts.STATEMENT_COMMENT, reached), visit.request.GET.get("side")
    may_propose = visit.may(acts.PROPOSAL_MAKE, reached)
    context = {
        "part": plan_part(reached, name=name, side=side, reply=reply if may_reply else None, link=own),
        "table": reached.table_id,
        "plan": pk,
        "may_propose": may_propose,
        "may_promise": visit.may(acts.OWN_STEP_SET, reached),
        "proposals": _own_proposals(visit, reached) if may_propose else (),
        "nav_items": menu(),
    }
    return visit.show("guest/guest_plan.html", context)


def _own_proposals(visit: Visit[Plan], plan: Plan) -> tuple[WaitingPart, ...]:
    """What others propose, or write for her, is not the mentor's to see."""
    waits = queries.waiting_for_her(plan=plan)
    mine = [row for row in waits if not row.penned and row.by == visit.viewer.pk]
    return waiting_parts(mine, lambda row: reverse("guest_proposal_take_back", args=(row.pk,)))
