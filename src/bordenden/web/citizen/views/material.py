"""En tekst at læse og printe: short paragraphs on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.offers.queries import to_read
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.MATERIALS_READ)
def material(visit: Visit[Table], pk: UUID, material: UUID) -> HttpResponse:
    """What her municipality has not published is not there."""
    table = visit.reach(pk, "municipality")
    found = to_read(municipality=table.municipality, at=visit.at).filter(pk=material).first()
    if found is None:
        raise Http404
    return visit.show("citizen/material.html", {"table": table, "material": found})
