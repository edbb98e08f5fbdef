"""Invitationer på papir: a sheet each, in plain words; whoever has no login is reached just as well."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.timezone import localtime

from bordenden.access import acts
from bordenden.intake.queries import invitations_of
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.intake.models import InformationMeeting


@opens(acts.INFORMATION_RUN)
def information_letters(visit: Visit[InformationMeeting], pk: UUID) -> HttpResponse:
    """Only to print; an invitation says where and when, and that nobody has to come."""
    with visit.reading():
        meeting = visit.reach(pk)
        page = cut(invitations_of(meeting=meeting), visit.request.GET.get("side"))
        visit.named([one.candidate for one in page.rows])
        context = {
            "meeting": meeting,
            "names": [one.candidate.person.name for one in page.rows],
            "starts": localtime(meeting.starts_at),
            "ends": localtime(meeting.ends_at),
            "day": localtime(visit.at),
            "call": visit.viewer.person,
            "pager": page.pager,
        }
        return visit.show("staff/information_letters.html", context)
