"""Hvem bestemte? The same record as she reads, to look at together."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.influence import influence_part
from bordenden.web.parts.names import given_names
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.INFLUENCE_READ)
def case_influence(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """The newest first."""
    reached = visit.reach(plan, "table")
    only_staff(visit, reached)
    name = given_names(at_the_head(table=reached.table, at=visit.at))
    part = influence_part(reached, name=name, side=visit.request.GET.get("side"))
    return visit.show("staff/case_influence.html", {"name": name, "plan": plan, "part": part})
