"""Hent: one file of her table, to be kept; never opened inside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.web.parts.exchange import handed
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.exchange.models import File


@opens(acts.FILE_READ)
def file_get(visit: Visit[File], pk: UUID) -> HttpResponse:
    """What she has taken off the table is gone."""
    reached = visit.hand_out(pk)
    if reached.removed_at is not None:
        raise Http404
    return handed(reached)
