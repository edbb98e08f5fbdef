"""Kommunens egne spørgsmål: a municipality begins questions of its own beside the common ones."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions
from bordenden.web.insight.frame import menu
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


@opens(acts.INSTRUMENT_BEGIN)
def instrument_begin(visit: Visit[Project], project: UUID) -> HttpResponse:
    """Say what they are; the button begins them, or leads to those that are begun."""
    if visit.posted is not None:
        with visit.writing(project) as held:
            begun = actions.begin_local(project=held, by=visit.viewer.person, at=visit.at)
        return visit.go("instrument", begun.pk)
    thing = visit.reach(project)
    return visit.show("insight/instrument_begin.html", {"project": thing, "nav_items": menu("instruments")})
