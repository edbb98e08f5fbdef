"""Min plan til papir: the version as a PDF, at most two pages for a plan of the usual size."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.version_page import as_file, layout_for
from bordenden.web.parts.version_print import paper_of, plan_pdf
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import PlanVersion


@opens(acts.VERSION_READ)
def version_pdf(visit: Visit[PlanVersion], pk: UUID) -> HttpResponse:
    """Drawn anew each time, from what the version keeps."""
    reached = visit.hand_out(pk, "municipality")
    only_her(visit, reached)
    paper = paper_of(reached, layout_for(reached))
    return as_file(HttpResponse(plan_pdf(paper, at=reached.made_at), content_type="application/pdf"), reached)
