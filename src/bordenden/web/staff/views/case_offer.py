"""One offer at the staff door, as she reads it, and whether it stands on her plan."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from bordenden.access import acts
from bordenden.offers.queries import published, with_places
from bordenden.pathways.queries import at_the_head
from bordenden.plans.queries import plan_of, wish_at
from bordenden.web.parts.names import given_names
from bordenden.web.parts.offers import offer_part
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.OFFERS_SHOW)
def case_offer(visit: Visit["Table"], table: UUID, offer: UUID) -> HttpResponse:
    """To read; a wish is hers to make, and may be proposed to her."""
    reached = visit.reach(table, "municipality")
    on_show = with_places(published(municipality=reached.municipality, at=visit.at), at=visit.at)
    seen = get_object_or_404(on_show, pk=offer)
    plan = plan_of(table=reached)
    name = given_names(at_the_head(table=reached, at=visit.at))
    context = {
        "table": table,
        "name": name,
        "owner": whose(name),
        "part": offer_part(seen, visit.at),
        "wish": wish_at(table=reached, offer=seen),
        "plan": plan.pk if plan is not None and visit.may(acts.PROPOSAL_MAKE, plan) else None,
        "offer": offer,
    }
    return visit.show("staff/case_offer.html", context)
