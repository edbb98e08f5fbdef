"""Muligheder at the staff door: the catalogue she looks in herself, to read together with her."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.catalogue import catalogue_part
from bordenden.web.parts.names import given_names
from bordenden.web.parts.offers_form import OffersForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.OFFERS_SHOW)
def case_catalogue(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """The same catalogue; nothing here tells what she has looked at, kept or compared."""
    asked = OffersForm.of(visit.request)
    with visit.reading():
        reached = visit.reach(table, "municipality")
        if visit.posted is not None and not asked.typed:
            answer = visit.go("case_catalogue", table)
            answer["Location"] += f"?{asked.address_part}" if asked.address_part else ""
            return answer
        part = catalogue_part(
            reached, visit.request, asked, at=visit.at, link=lambda offer: reverse("case_offer", args=[table, offer])
        )
        name = given_names(at_the_head(table=reached, at=visit.at))
        context = {"table": reached, "name": name, "part": part, "clear": reverse("case_catalogue", args=[table])}
        return visit.show("staff/case_catalogue.html", context)
