"""En plads i styregruppen: the project leader says who sits there, and for which area."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.programmes import actions, queries
from bordenden.web.insight.frame import menu
from bordenden.web.insight.steering_form import SteeringForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project

LISTED = 200


@opens(acts.STEERING_SET)
def steering_new(visit: Visit[Project], project: UUID) -> HttpResponse:
    """Somebody of the staff, or somebody who is new here."""
    with visit.reading():
        reached = visit.reach(project, "municipality")
        form = SteeringForm(visit.posted, queries.can_be_seated(municipality=reached.municipality)[:LISTED])
    if form.is_valid():
        try:
            with visit.writing(project) as held:
                actions.seat_in_steering(
                    project=held, department=form.department, whom=form.whom, by=visit.viewer.person, at=visit.at
                )
            return visit.go("areas", project)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        return visit.show("insight/steering_new.html", {"project": reached, "nav_items": menu("home")}, form)
