"""En version: every question as it is written, with its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.web.insight.drafts import listed, version_at
from bordenden.web.insight.frame import menu
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_READ)
def instrument_version(visit: Visit[Instrument], pk: UUID, number: int) -> HttpResponse:
    """To read; a version that is published is never changed."""
    thing = visit.reach(pk)
    version = version_at(thing, number)
    context = {
        "instrument": thing,
        "version": version,
        "questions": listed(version),
        "nav_items": menu("instruments"),
    }
    return visit.show("insight/instrument_version.html", context)
