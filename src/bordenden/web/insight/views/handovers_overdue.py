"""Planer, der mangler at blive givet videre: case references alone, for the project's own use."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.plans.queries import overdue_references
from bordenden.web.design.parts import Cell, Row, Table
from bordenden.web.insight.frame import menu
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from datetime import datetime

    from bordenden.plans.models import PlanVersion
    from bordenden.programmes.models import Project


@opens(acts.PROJECT_FIGURES)
def handovers_overdue(visit: Visit[Project], project: UUID) -> HttpResponse:
    """Who has waited longest first; never a name, never a word of a plan."""
    reached = visit.reach(project)
    page = cut(overdue_references(project=reached, at=visit.at), visit.request.GET.get("side"))
    columns = (_("Sagsnummer"), _("Aftalt den"), _("Dage siden"))
    rows = tuple(_row(row, visit.at) for row in page.rows)
    context = {
        "project": reached,
        "table": Table(_("Aftalte planer, der ikke er givet videre"), columns, rows) if rows else None,
        "pager": page.pager,
        "days": settings.HANDOVER_DAYS,
        "nav_items": menu("home"),
    }
    return visit.show("insight/handovers_overdue.html", context)


def _row(version: PlanVersion, at: datetime) -> Row:
    agreed = version.agreed_at or at
    days = (localdate(at) - localdate(agreed)).days
    reference: str = getattr(version, "reference")  # noqa: B009 (the query gives it, no type knows it)
    return Row(Cell(reference), (Cell(day(agreed)), Cell(str(days), number=True)))
