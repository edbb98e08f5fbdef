"""Skemaer: the common instruments, and the municipality's own questions beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.web.insight.frame import menu
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_READ)
def instruments(visit: Visit[Instrument]) -> HttpResponse:
    """A line an instrument: which version is in use, and whether there is a draft."""
    found = list(visit.reachable().select_related("municipality").order_by("municipality", "purpose", "code"))
    stand = queries.stand_of(instruments=found)
    rows = [(one, *stand[one.pk]) for one in found]
    return visit.show("insight/instruments.html", {"rows": rows, "nav_items": menu("instruments")})
