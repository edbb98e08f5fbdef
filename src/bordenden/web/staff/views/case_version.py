"""Planen, som den stod: one version, what is new in it, and what is to be done with it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.names import given_names
from bordenden.web.parts.version_page import BESIDE, WHOLE, version_page
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import PlanVersion


@opens(acts.VERSION_READ)
def case_version(visit: Visit["PlanVersion"], version: UUID) -> HttpResponse:
    """As she reads it."""
    reached = visit.reach(version, "table", *BESIDE)
    only_staff(visit, reached)
    name = given_names(at_the_head(table=reached.table, at=visit.at))
    page = version_page(reached, name=name, whole=WHOLE in visit.request.GET)
    context = {"name": name, "pk": version, "plan": reached.plan_id, "page": page}
    return visit.show("staff/case_version.html", context)
