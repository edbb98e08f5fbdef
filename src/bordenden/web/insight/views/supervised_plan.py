"""A plan of the sample, to read: as a guest reads it, and nothing beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.web.insight.frame import menu
from bordenden.web.insight.supervising import nothing_to_send, why_here
from bordenden.web.parts.names import given_names
from bordenden.web.parts.plan import plan_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.SUPERVISED_PLAN)
def supervised_plan(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """Discreet offers keep their names to themselves here too."""
    if refused := nothing_to_send(visit):
        return refused
    reached = visit.reach(pk, "table")
    name = given_names(at_the_head(table=reached.table, at=visit.at))
    context = {
        "why": why_here(reached.table, visit.viewer.person, visit.at),
        "part": plan_part(reached, name=name, side=visit.request.GET.get("side")),
        "nav_items": menu("home"),
    }
    return visit.show("insight/supervised_plan.html", context)
