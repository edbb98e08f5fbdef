"""Beskeder: whom she writes with, what is new, and whom she can begin to write to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.exchange import actions
from bordenden.exchange.queries import Correspondent, correspondents, writing_seats
from bordenden.pathways.queries import at_the_head
from bordenden.pathways.words import SeatRole
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.roles import ROLES
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@dataclass(frozen=True, slots=True)
class Line:
    """One she writes with: `url` is "" until she has begun, and then `seat` is what begins it."""

    name: str
    role: str
    unread: int
    over: bool
    url: str
    seat: UUID


@opens(acts.MESSAGES_READ)
def messages(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Everybody she may write with; a button begins."""
    if visit.posted is not None:
        with visit.writing(pk) as table:
            only_her(visit, table)
            asked = visit.posted.get("seat", "")
            seats = writing_seats(thing=table, at=visit.at)
            seat = next((one for one in seats if str(one.pk) == asked), None)
            if seat is None:
                raise Http404
            thread = actions.begin(seat=seat, by=visit.viewer.person, at=visit.at)
        return visit.go("thread", thread.pk)
    hers = visit.reach(pk)
    only_her(visit, hers)
    lines = [_line(one) for one in correspondents(table=hers, at=visit.at)]
    several = len(at_the_head(table=hers, at=visit.at)) > 1
    return visit.show("citizen/messages.html", {"table": hers, "lines": lines, "several": several})


def _line(one: Correspondent) -> Line:
    url = reverse("thread", args=[one.thread.pk]) if one.thread else ""
    person = one.seat.person
    role = person.title or _("fagperson") if one.seat.role == SeatRole.GUEST else str(ROLES[SeatRole(one.seat.role)])
    return Line(person.given_name, role, one.unread, one.over, url, one.seat.pk)
