"""Træk lod: why, how many and until when; which courses it becomes is nobody's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.supervision import actions
from bordenden.web.insight.frame import menu
from bordenden.web.insight.supervision_form import SupervisionForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


@opens(acts.SUPERVISION_OPEN)
def supervision_new(visit: Visit[Project], project: UUID) -> HttpResponse:
    """On to the sample; the citizens read of it at once."""
    form = SupervisionForm(visit.posted)
    if form.is_valid():
        said = form.cleaned_data
        try:
            with visit.writing(project) as held:
                opened = actions.open_sample(
                    project=held,
                    purpose=said["purpose"],
                    number=said["number"],
                    last_on=said["last_on"],
                    form_key=said["form_key"],
                    by=visit.viewer.person,
                    at=visit.at,
                )
            return visit.go("supervision", opened.pk)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        context = {"project": visit.reach(project), "nav_items": menu("home")}
        return visit.show("insight/supervision_new.html", context, form)
