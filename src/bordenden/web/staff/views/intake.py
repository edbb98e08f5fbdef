"""Visitation: the projects somebody finds participants for, and how many might join each."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.intake.queries import open_numbers
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project

MOST = 100


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project and how many might join it."""

    pk: UUID
    name: str
    number: int


@opens(acts.CANDIDATES_READ)
def intake(visit: Visit["Project"]) -> HttpResponse:
    """One's own projects; somebody without one finds nothing here."""
    with visit.reading():
        projects = list(visit.reachable().order_by("-starts_on", "pk")[:MOST])
        if not projects:
            raise Http404
        numbers = open_numbers(projects=projects)
        lines = [ProjectLine(one.pk, one.name, numbers.get(one.pk, 0)) for one in projects]
        return visit.show("staff/intake.html", {"lines": lines})
