"""One event to take along to her own calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from bordenden.access import acts
from bordenden.offers.queries import coming_events
from bordenden.web.citizen.event_file import event_file
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.OFFERS_BROWSE)
def event_calendar(visit: Visit[Table], pk: UUID, event: UUID) -> HttpResponse:
    """A file with a neutral name and nothing about her."""
    table = visit.reach(pk, "municipality")
    about = get_object_or_404(coming_events(municipality=table.municipality, at=visit.at), pk=event)
    headers = {"Content-Disposition": 'attachment; filename="kalender.ics"'}
    return HttpResponse(event_file(about), content_type="text/calendar; charset=utf-8", headers=headers)
