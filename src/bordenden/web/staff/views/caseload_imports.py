"""Hent borgere ind: into which project, for whoever may bring citizens in."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project

MOST = 100


@opens(acts.CASELOAD_IMPORT)
def caseload_imports(visit: Visit["Project"]) -> HttpResponse:
    """One's own projects; somebody without one finds nothing here."""
    with visit.reading():
        projects = list(visit.reachable().order_by("-starts_on", "pk")[:MOST])
        if not projects:
            raise Http404
        return visit.show("staff/caseload_imports.html", {"projects": projects})
