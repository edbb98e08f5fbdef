"""Slut et hverv: it ends now, what was held is kept; not while anybody would be left without a caseworker."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions
from bordenden.pathways.queries import caseload_of
from bordenden.programmes.queries import in_team
from bordenden.programmes.words import TEAM, OfficeRole
from bordenden.web.insight.frame import menu
from bordenden.web.insight.keeper_forms import ButtonForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Office, Project


@opens(acts.TEAM_SET)
def office_end(visit: Visit[Project], project: UUID, office: UUID) -> HttpResponse:
    """Only an office of this project that is the leader's to end."""
    form = ButtonForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(project) as held:
                actions.end_office(
                    project=held, office=_office(visit, held, office), by=visit.viewer.person, at=visit.at
                )
            return visit.go("team", project)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        reached = visit.reach(project)
        ending = _office(visit, reached, office)
        context = {
            "project": reached,
            "office": ending,
            "left_behind": ending.role == OfficeRole.CASEWORKER
            and bool(caseload_of(project=reached, person=ending.person, at=visit.at)),
            "nav_items": menu("home"),
        }
        return visit.show("insight/office_end.html", context, form)


def _office(visit: Visit[Project], project: Project, pk: UUID) -> Office:
    found = in_team(project=project, at=visit.at).filter(pk=pk, role__in=TEAM).first()
    if found is None:
        raise Http404
    return found
