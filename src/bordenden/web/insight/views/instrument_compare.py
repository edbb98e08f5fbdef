"""Hvad er ændret: what is new, gone, reworded and mapped between two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.web.insight.drafts import told, version_at
from bordenden.web.insight.frame import menu
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_READ)
def instrument_compare(visit: Visit[Instrument], pk: UUID, number: int) -> HttpResponse:
    """From the version of `?fra=`, else from the one before it."""
    thing = visit.reach(pk)
    new = version_at(thing, number)
    earlier = [one for one in queries.versions_of(instrument=thing) if one.number < new.number]
    asked = visit.request.GET.get("fra", "")
    old = next((one for one in earlier if str(one.number) == asked), earlier[0] if earlier else None)
    comparison = queries.compare(old=old, new=new)
    context = {
        "instrument": thing,
        "old": old,
        "new": new,
        "earlier": earlier,
        "told": told(comparison),
        "same": comparison.same,
        "nav_items": menu("instruments"),
    }
    return visit.show("insight/instrument_compare.html", context)
