"""One sheet she has shared, as her caseworker reads it: words and numbers, and what she wants to work on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.assessments.words import Purpose
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.names import given_names
from bordenden.web.parts.said_when import day
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet


@opens(acts.SHEET_READ)
def case_sheet(visit: Visit[Sheet], pk: UUID) -> HttpResponse:
    """To read and to talk from, never to change."""
    reached = visit.reach(pk, "table")
    only_staff(visit, reached)
    context = {
        "sheet": reached,
        "name": given_names(at_the_head(table=reached.table, at=visit.at)),
        "title": str(Purpose(reached.purpose).label),
        "when": day(reached.finished_at or reached.started_at),
        "shown_now": queries.shown_now(sheet=reached, at=visit.at),
        "read": queries.as_shared(sheet=reached),
    }
    return visit.show("staff/case_sheet.html", context)
