"""Møder om projektet: those to come and those that were, with how many were invited, came, and want to join."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.intake.queries import meetings_of
from bordenden.web.parts.moments import moment
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from datetime import datetime

    from bordenden.intake.models import InformationMeeting
    from bordenden.programmes.models import Project


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting in the list, as words and numbers."""

    title: str
    kind: str
    when: str
    place: str
    url: str
    cancelled: bool
    invited: int
    came: int
    want: int


@opens(acts.INFORMATION_HOLD)
def information_meetings(visit: Visit[Project], project: UUID) -> HttpResponse:
    """Counted in the same query; nobody is named here."""
    with visit.reading():
        reached = visit.reach(project)
        page = cut(meetings_of(project=reached), visit.request.GET.get("side"))
        context = {
            "project": reached,
            "lines": [_line(one, visit.at) for one in page.rows],
            "pager": page.pager,
        }
        return visit.show("staff/information_meetings.html", context)


def _line(meeting: InformationMeeting, seen: datetime) -> MeetingLine:
    invited, came, want = attrgetter("invited", "came", "want")(meeting)
    return MeetingLine(
        title=meeting.title,
        kind=meeting.get_kind_display(),
        when=moment(meeting.starts_at, seen=seen),
        place=meeting.place,
        url=reverse("information_meeting", args=(meeting.pk,)),
        cancelled=meeting.cancelled_at is not None,
        invited=invited,
        came=came,
        want=want,
    )
