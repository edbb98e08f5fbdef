"""Til at læse: the short texts of her municipality, on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.offers.queries import to_read
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

A_PAGE = 20


@opens(acts.MATERIALS_READ)
def materials(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """The headings, each leading to a page of its own."""
    table = visit.reach(pk, "municipality")
    page = cut(to_read(municipality=table.municipality, at=visit.at), visit.request.GET.get("side"), size=A_PAGE)
    return visit.show("citizen/materials.html", {"table": table, "materials": page.rows, "pager": page.pager})
