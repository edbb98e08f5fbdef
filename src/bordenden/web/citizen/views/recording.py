"""One question read aloud from a sound file, fetched when she taps it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.web.citizen.asking import find
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet


@opens(acts.SHEET_ANSWER)
def recording(visit: Visit[Sheet], pk: UUID, item: UUID) -> HttpResponse:
    """The sound of a question of her own sheet."""
    asked = find(queries.hers(sheet=visit.reach(pk)), item)
    heard = queries.recording_of(item=asked.item) if asked else None
    if heard is None:
        raise Http404
    return HttpResponse(bytes(heard.content), content_type=heard.media_type)
