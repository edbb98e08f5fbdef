"""Slut en plads i styregruppen: it ends now, and that it was held is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.programmes import actions, queries
from bordenden.web.insight.frame import menu
from bordenden.web.insight.keeper_forms import ButtonForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Office, Project


@opens(acts.STEERING_SET)
def steering_end(visit: Visit[Project], project: UUID, office: UUID) -> HttpResponse:
    """Only a seat of this very project; another office is a page that does not exist."""
    form = ButtonForm(visit.posted)
    if form.is_valid():
        with visit.writing(project) as held:
            actions.end_steering(project=held, office=_seat(held, office), by=visit.viewer.person, at=visit.at)
        return visit.go("areas", project)
    with visit.reading():
        reached = visit.reach(project)
        seat = _seat(reached, office)
        if seat.ends_at is not None:
            raise Http404
        context = {
            "project": reached,
            "name": seat.person.name,
            "area": seat.get_department_display(),
            "nav_items": menu("home"),
        }
        return visit.show("insight/steering_end.html", context, form)


def _seat(project: Project, pk: UUID) -> Office:
    seat = queries.steering_of(project=project).filter(pk=pk).first()
    if seat is None:
        raise Http404
    return seat
