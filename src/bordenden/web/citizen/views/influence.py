"""Hvem bestemte? What was decided in her plan, who proposed it, who decided, and on which of her words."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.influence import influence_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.INFLUENCE_READ)
def influence(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """The newest first."""
    plan = visit.reach(pk)
    only_her(visit, plan)
    part = influence_part(plan, name="", side=visit.request.GET.get("side"))
    return visit.show("citizen/influence.html", {"plan": pk, "part": part})
