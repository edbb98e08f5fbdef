"""Slut før tid: whoever has seen enough closes the sample, and is a stranger at its tables from that moment."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.supervision import actions, queries
from bordenden.web.insight.frame import menu
from bordenden.web.insight.keeper_forms import ButtonForm
from bordenden.web.insight.supervising import why_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project
    from bordenden.supervision.models import Supervision


@opens(acts.SUPERVISION_OPEN)
def supervision_end(visit: Visit[Project], project: UUID, supervision: UUID) -> HttpResponse:
    """Only one's own."""
    form = ButtonForm(visit.posted)
    if form.is_valid():
        with visit.writing(project) as held:
            actions.end(supervision=_own(visit, held, supervision), by=visit.viewer.person, at=visit.at)
        return visit.go("supervisions", project)
    with visit.reading():
        reached = visit.reach(project)
        own = _own(visit, reached, supervision)
        if not own.lasts(localdate(visit.at)):
            raise Http404
        context = {"project": reached, "why": why_part(own), "number": own.drawn, "nav_items": menu("home")}
        return visit.show("insight/supervision_end.html", context, form)


def _own(visit: Visit[Project], project: Project, pk: UUID) -> Supervision:
    own = queries.own(by=visit.viewer.person, project=project).filter(pk=pk).first()
    if own is None:
        raise Http404
    return own
