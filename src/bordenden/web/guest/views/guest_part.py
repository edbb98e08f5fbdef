"""En del af en families plan, as far as its owner has opened it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.families.queries import opened_for
from bordenden.pathways.words import SeatRole
from bordenden.web.guest.frame import menu
from bordenden.web.parts.family import shown_part
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Part


@opens(acts.PART_READ)
def guest_part(visit: Visit["Part"], pk: UUID) -> HttpResponse:
    """To read, and nothing to press."""
    part = visit.reach(pk, "member__person")
    if not opened_for(part=part, roles=(SeatRole.MENTOR, SeatRole.GUEST), by=visit.viewer, at=visit.at):
        raise Http404
    owner = whose(part.member.person.given_name)
    return visit.show("guest/guest_part.html", {"owner": owner, "shown": shown_part(part), "nav_items": menu()})
