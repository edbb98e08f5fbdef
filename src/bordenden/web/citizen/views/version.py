"""Min plan, som den stod: one version to read and to print, with what is new since the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.approving import stood_by
from bordenden.web.parts.version_page import BESIDE, WHOLE, version_page
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import PlanVersion


@opens(acts.VERSION_READ)
def version(visit: Visit[PlanVersion], pk: UUID) -> HttpResponse:
    """The same parts as on paper."""
    reached = visit.reach(pk, *BESIDE)
    only_her(visit, reached)
    page = version_page(reached, name="", whole=WHOLE in visit.request.GET)
    context = {"pk": pk, "plan": reached.plan_id, "page": page, "stood_by": stood_by(reached)}
    return visit.show("citizen/version.html", context)
