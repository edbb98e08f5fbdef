"""En ny på holdet: the project leader gives somebody an office in the own project."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.programmes import actions, queries
from bordenden.web.insight.frame import menu
from bordenden.web.insight.team_form import TeamForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project

LISTED = 200


@opens(acts.TEAM_SET)
def office_new(visit: Visit[Project], project: UUID) -> HttpResponse:
    """Whoever is known by an office of the municipality, or somebody new; never a citizen as a choice."""
    with visit.reading():
        reached = visit.reach(project, "municipality")
        form = TeamForm(visit.posted, queries.can_be_seated(municipality=reached.municipality)[:LISTED])
    if form.is_valid():
        try:
            with visit.writing(project) as held:
                actions.join_team(
                    project=held,
                    role=form.office,
                    department=form.department,
                    whom=form.whom,
                    by=visit.viewer.person,
                    at=visit.at,
                )
            return visit.go("team", project)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        return visit.show("insight/office_new.html", {"project": reached, "nav_items": menu("home")}, form)
