"""Skemaet som fil: a version as the instrument file it is, to keep, to send, to import elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments.actions import written
from bordenden.web.insight.drafts import version_at
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_READ)
def instrument_file(visit: Visit[Instrument], pk: UUID, number: int) -> HttpResponse:
    """TOML, under a name that says which version it is."""
    thing = visit.reach(pk)
    version = version_at(thing, number)
    name = f"{thing.code}-{version.number}.toml"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(written(version), content_type="application/toml; charset=utf-8", headers=disposition)
