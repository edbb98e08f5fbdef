"""Her plan, as she has opened it for the guest."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.web.guest.frame import menu
from bordenden.web.parts.names import given_names
from bordenden.web.parts.plan import plan_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.PLAN_READ)
def guest_plan(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """To read; a mentor may write beside her words."""
    reached = visit.reach(pk, "table")
    name = given_names(at_the_head(table=reached.table, at=visit.at))
    part = plan_part(reached, name=name, side=visit.request.GET.get("side"))
    context = {"part": part, "plan": pk, "table": reached.table_id, "nav_items": menu()}
    return visit.show("guest/guest_plan.html", context)
