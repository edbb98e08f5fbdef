"""Sammenlign: two or three side by side, a row a question; on a phone a question at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.offers.queries import side_by_side
from bordenden.web.design.parts import Cell, Row
from bordenden.web.design.parts import Table as Drawn
from bordenden.web.parts.offers import facts
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from datetime import datetime

    from bordenden.offers.models import Offer
    from bordenden.pathways.models import Table


@opens(acts.OFFER_SAVE)
def offer_compare(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """What lies side by side stands on the server: the address says nothing of it."""
    table = visit.reach(pk, "municipality")
    laid = list(side_by_side(table=table, person=visit.viewer, at=visit.at)[:3])
    context = {
        "table": pk,
        "laid": [(offer, reverse("offer", args=[pk, offer.pk])) for offer in laid],
        "drawn": _drawn(laid, visit.at) if len(laid) > 1 else None,
    }
    return visit.show("citizen/offer_compare.html", context)


def _drawn(laid: list[Offer], at: datetime) -> Drawn:
    """What is said of none of them is left out; "–" where one says nothing."""
    told = [(fact.term, [fact.value]) for fact in facts(laid[0], at)]
    for offer in laid[1:]:
        for (_term, values), fact in zip(told, facts(offer, at), strict=True):
            values.append(fact.value)
    whom = [offer.for_whom for offer in laid]
    rows = [(_("Hvem er det for?"), whom), *told]
    return Drawn(
        _("Det, du sammenligner"),
        (_("Spørgsmål"), *(offer.name for offer in laid)),
        tuple(Row(Cell(term), tuple(Cell(value or "–") for value in values)) for term, values in rows if any(values)),
    )
