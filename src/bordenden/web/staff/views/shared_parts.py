"""Åbnet for mig: parts of families' plans that somebody opened for a seat of mine."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.families.queries import opened_for_seats
from bordenden.pathways.words import SeatRole
from bordenden.web.parts.paging import pager_of
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Part


@opens(acts.PART_READ)
def shared_parts(visit: Visit["Part"]) -> HttpResponse:
    """By given name; what is one's own, or opened within a family, is at the citizen's door."""
    rows = opened_for_seats(parts=visit.reachable(), roles=(SeatRole.COORDINATOR,), by=visit.viewer, at=visit.at)
    page = visit.page_of(rows.select_related("member__person").order_by("member__joined_at", "pk"))
    parts = [
        (whose(part.member.person.given_name), reverse("shared_part", args=(part.pk,))) for part in page.object_list
    ]
    return visit.show("staff/shared_parts.html", {"parts": parts, "pager": pager_of(page)})
