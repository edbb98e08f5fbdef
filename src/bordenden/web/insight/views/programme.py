"""Tal for programmet: participants per project for the agency and the evaluator, and what is published."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.evaluation.reports import participants_by_project
from bordenden.programmes.queries import order_of
from bordenden.web.insight.figures import participants_table
from bordenden.web.insight.frame import menu
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Programme


@opens(acts.PROGRAMME_FIGURES)
def programme(visit: Visit[Programme], programme: UUID) -> HttpResponse:
    """Exact, because grants are paid by it."""
    thing = visit.reach(programme)
    report = participants_by_project(programme=thing, at=visit.at)
    return visit.show(
        "insight/programme.html",
        {
            "programme": thing,
            "report": report,
            "table": participants_table(report),
            "may_set_basis": visit.may(acts.LEGAL_BASIS_SET, thing),
            "order": order_of(programme=thing),
            "may_publish": visit.may(acts.RELEASE_PUBLISH, thing),
            "nav_items": menu("home"),
        },
    )
