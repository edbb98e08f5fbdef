"""One offer: what it is, for whom, where and when, if there is room, whom to call; and what she may do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.offers.queries import saved_of
from bordenden.plans.queries import wish_at
from bordenden.plans.words import COMES_FROM, ChosenStatus
from bordenden.web.citizen.in_the_catalogue import offered
from bordenden.web.parts.offers import offer_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table
    from bordenden.plans.models import Chosen


@opens(acts.OFFERS_BROWSE)
def offer(visit: Visit[Table], pk: UUID, offer: UUID) -> HttpResponse:
    """To read; the buttons lead to pages of their own."""
    table = visit.reach(pk, "municipality")
    seen = offered(table, offer, at=visit.at)
    kept = saved_of(table=table, offer=seen, person=visit.viewer)
    wish = wish_at(table=table, offer=seen)
    context = {
        "table": pk,
        "offer": offer,
        "part": offer_part(seen, visit.at),
        "kept": kept is not None,
        "laid": kept is not None and kept.compared_at is not None,
        "line_url": _line(wish),
        "wish": wish,
    }
    return visit.show("citizen/offer.html", context)


def _line(wish: Chosen | None) -> str:
    """Where she may stand in line, once it is on her plan and as long as she does not stand there."""
    stands = wish is not None and wish.status in COMES_FROM[ChosenStatus.WAITING]
    return reverse("line_join", args=[wish.pk]) if wish is not None and stands else ""
