"""After every five numbers: that is fine, stop for today or a little more."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.web.citizen.asking import to_next
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet


@opens(acts.SHEET_ANSWER)
def sheet_rest(visit: Visit[Sheet], pk: UUID) -> HttpResponse:
    """Nothing is asked here."""
    reached = visit.reach(pk)
    if reached.finished_at is not None:
        return visit.go("sheet_done", pk)
    stand = queries.hers(sheet=reached)
    context = {"sheet": reached, "stand": stand, "on": to_next(reached, stand).url}
    return visit.show("citizen/sheet_rest.html", context)
