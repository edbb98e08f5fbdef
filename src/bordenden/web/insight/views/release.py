"""Udgivne tal for et kvartal: the protected tables as they were frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.evaluation.published import figures_of, release_title
from bordenden.evaluation.words import CAVEAT, ROUNDED
from bordenden.web.insight.figures import safe_chart, safe_total
from bordenden.web.insight.frame import menu
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.evaluation.models import Release


@opens(acts.RELEASE_READ)
def release(visit: Visit[Release], release: UUID) -> HttpResponse:
    """One and the same mark for every withheld number."""
    thing = visit.reach(release)
    tables = figures_of(release=thing)
    charts = [(safe_chart(figures, number), safe_total(figures)) for number, figures in enumerate(tables)]
    return visit.show(
        "insight/release.html",
        {
            "release": thing,
            "heading": release_title(thing),
            "charts": charts,
            "rounded": ROUNDED,
            "caveat": CAVEAT,
            "nav_items": menu("releases"),
        },
    )
