"""Giv en borger en sagsbehandler: one empty chair, with who it could be and why; chosen by a human."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions, queries
from bordenden.web.insight.chairs import ChairForm, around
from bordenden.web.insight.frame import menu
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.queries import Chair
    from bordenden.programmes.models import Project


@opens(acts.CHAIR_FILL)
def chair_fill(visit: Visit[Project], project: UUID, course: UUID) -> HttpResponse:
    """Only an empty chair of this very project; any other course is a page that does not exist."""
    with visit.reading():
        reached = visit.reach(project)
        chair = _chair(visit, reached, course)
        form = _form(visit, reached, chair)
    if form.is_valid():
        try:
            with visit.writing(project) as held:
                empty, who = _chair(visit, held, course), visit.viewer.person
                filled = actions.HandedOn(empty.course.table, form.who, chair.held_by)
                actions.hand_on(tables=[filled], because=form.reason, by=who, at=visit.at)
            return visit.go("chairs", project)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        visit.named([chair.course])
        context = {
            "project": reached,
            "reference": chair.course.reference,
            "since": day(chair.since),
            "around": around(chair),
            "takers": bool(form.known),
            "nav_items": menu("home"),
        }
        return visit.show("insight/chair_fill.html", context, form)


def _chair(visit: Visit[Project], project: Project, course: UUID) -> Chair:
    found = list(queries.empty_chairs(project=project, at=visit.at).filter(pk=course))
    if not found:
        raise Http404
    return queries.chairs_of(courses=found, at=visit.at)[0]


def _form(visit: Visit[Project], project: Project, chair: Chair) -> ChairForm:
    takers = queries.takers(project=project, besides=[chair.held_by, visit.viewer.person], at=visit.at)
    what = queries.chairs_to_place(courses=[chair.course], among=takers.loads, at=visit.at)
    (first,) = queries.place(what=what, loads=takers.loads, most=settings.CASELOAD_MOST, chosen={})
    return ChairForm(visit.posted, takers=takers, first=first, reason=chair.held_by is not None)
