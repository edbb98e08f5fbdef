"""Hvem har set min sag: a sentence first, the list behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.web.parts.looks import looks_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.LOOKS_READ)
def looks(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Everybody else's looks; her own when she asks for them."""
    table = visit.reach(pk)
    asked = visit.request.GET
    part = looks_part(
        table, reader=visit.viewer.person, at=visit.at, side=asked.get("side"), own=asked.get("egne") == "1"
    )
    context = {"part": part, "table": pk}
    return visit.show("citizen/looks.html", context)
