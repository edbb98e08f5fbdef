"""Tomme pladser: the courses without a caseworker in office; case numbers, and nothing of what stands on a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.pathways.queries import Chair, chairs_of, some_empty_chairs
from bordenden.web.design.parts import Cell, Row, Table
from bordenden.web.insight.chairs import around
from bordenden.web.insight.frame import menu
from bordenden.web.insight.supervising import nothing_to_send
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


@opens(acts.CHAIR_FILL)
def chairs(visit: Visit[Project], project: UUID) -> HttpResponse:
    """By case number, with the way to each and to a proposal for all."""
    if refused := nothing_to_send(visit):
        return refused
    reached = visit.reach(project)
    page = cut(partial(some_empty_chairs, project=reached, at=visit.at), visit.request.GET.get("side"))
    found = chairs_of(courses=page.rows, at=visit.at)
    visit.named([chair.course for chair in found])
    context = {
        "project": reached,
        "table": _table(reached, found) if found else None,
        "pager": page.pager,
        "nav_items": menu("home"),
    }
    return visit.show("insight/chairs.html", context)


def _table(project: Project, found: list[Chair]) -> Table:
    return Table(
        _("Forløb uden sagsbehandler"),
        (_("Sagsnummer"), _("Siden"), _("Ved bordet")),
        tuple(
            Row(
                Cell(chair.course.reference, reverse("chair_fill", args=[project.pk, chair.course.pk])),
                (Cell(day(chair.since)), Cell(around(chair))),
            )
            for chair in found
        ),
    )
