"""Nyt møde: what it is called, when and where; whom it invites comes after."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.intake import actions
from bordenden.web.staff.information_form import MeetingForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


@opens(acts.INFORMATION_HOLD)
def information_meeting_new(visit: Visit[Project], project: UUID) -> HttpResponse:
    """The form, or on to the meeting."""
    form = MeetingForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(project) as reached:
                by, at = visit.viewer.person, visit.at
                meeting = actions.call_meeting(project=reached, by=by, at=at, **form.said)
            return visit.go("information_meeting", meeting.pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        return visit.show("staff/information_meeting_new.html", {"project": visit.reach(project)}, form)
