"""Muligheder: the catalogue of her municipality, sifted; codes stand in the address, what she types never does."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.web.parts.catalogue import catalogue_part
from bordenden.web.parts.offers_form import OffersForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.OFFERS_BROWSE)
def offers(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """A search is answered at once and kept nowhere; without a word it leads on to an address of codes."""
    asked = OffersForm.of(visit.request)
    with visit.reading():
        table = visit.reach(pk, "municipality")
        if visit.posted is not None and not asked.typed:
            answer = visit.go("offers", pk)
            answer["Location"] += f"?{asked.address_part}" if asked.address_part else ""
            return answer
        part = catalogue_part(
            table, visit.request, asked, at=visit.at, link=lambda offer: reverse("offer", args=[pk, offer])
        )
        said = visit.request.GET.get("sagt") == "tak"
        return visit.show(
            "citizen/offers.html", {"part": part, "table": pk, "said": said, "clear": reverse("offers", args=[pk])}
        )
