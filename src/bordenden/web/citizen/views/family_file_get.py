"""Hent: one file shown to somebody of the family, to be kept; never opened inside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.pathways.words import SeatRole
from bordenden.web.parts.exchange import handed
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.exchange.models import FileView


@opens(acts.FILE_VIEW)
def family_file_get(visit: Visit[FileView], pk: UUID) -> HttpResponse:
    """As long as it is shown, and there."""
    reached = visit.hand_out(pk)
    if reached.file.removed_at is not None or reached.shared_to.role != SeatRole.FAMILY:
        raise Http404
    return handed(reached.file)
