"""Et skema: its versions, newest first, and the ways to try, edit and withdraw."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.web.insight.frame import menu
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_READ)
def instrument(visit: Visit[Instrument], pk: UUID) -> HttpResponse:
    """All versions; a draft is one of them."""
    thing = visit.reach(pk)
    versions = queries.versions_of(instrument=thing)
    context = {
        "instrument": thing,
        "versions": versions,
        "draft": next((one for one in versions if one.published_at is None), None),
        "newest": next((one for one in versions if one.published_at is not None), None),
        "may_edit": visit.may(acts.INSTRUMENT_EDIT, thing),
        "may_try": visit.may(acts.INSTRUMENT_TRY, thing),
        "nav_items": menu("instruments"),
    }
    return visit.show("insight/instrument.html", context)
