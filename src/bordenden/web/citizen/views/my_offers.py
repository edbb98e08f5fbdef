"""Mine muligheder: what she wishes for, what she has kept, and where she is going."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.offers import queries
from bordenden.plans.queries import chosen_at
from bordenden.web.citizen.event_words import event_line
from bordenden.web.parts.chosen_lines import chosen_lines
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

KEPT_A_PAGE, SHOWN = 20, 10


@opens(acts.OFFERS_BROWSE)
def my_offers(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Hers alone, but for the wishes, which stand on the plan."""
    table = visit.reach(pk, "municipality")
    kept = cut(queries.saved_by(table=table, person=visit.viewer), visit.request.GET.get("side"), size=KEPT_A_PAGE)
    wishes = chosen_lines(chosen_at(table=table)[:SHOWN], private_too=True)
    going = queries.events_of(table=table, person=visit.viewer, at=visit.at)[:SHOWN]
    context = {
        "table": pk,
        "wishes": wishes,
        "kept": [
            (row.offer, reverse("offer", args=[pk, row.offer_id]), row.compared_at is not None) for row in kept.rows
        ],
        "laid": queries.side_by_side(table=table, person=visit.viewer, at=visit.at).count(),
        "pager": kept.pager,
        "going": [event_line(row, pk, visit.at) for row in going],
    }
    return visit.show("citizen/my_offers.html", context)
