"""Set efter: what has been opened in the project, why, of how many courses and until when; never a citizen's name."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.supervision import queries
from bordenden.web.design.parts import Cell, Row, Table
from bordenden.web.insight.frame import menu
from bordenden.web.insight.supervising import nothing_to_send
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day, on_day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project
    from bordenden.supervision.models import Supervision

SHOWN = 20


@opens(acts.SUPERVISIONS_READ)
def supervisions(visit: Visit[Project], project: UUID) -> HttpResponse:
    """Whoever drew a sample that still lasts comes to it from here."""
    if refused := nothing_to_send(visit):
        return refused
    reached = visit.reach(project)
    page = cut(queries.of_project(project=reached), visit.request.GET.get("side"), size=SHOWN)
    columns = (_("Formål"), _("Faglig leder"), _("Forløb"), _("Fra"), _("Til og med"), _("Lodtrækning"))
    rows = tuple(_row(one, visit) for one in page.rows)
    context = {
        "project": reached,
        "table": Table(_("Det, der er set efter"), columns, rows) if rows else None,
        "pager": page.pager,
        "may_open": visit.may(acts.SUPERVISION_OPEN, reached),
        "leads": visit.may(acts.PROJECT_FIGURES, reached),
        "nav_items": menu("home"),
    }
    return visit.show("insight/supervisions.html", context)


def _row(one: Supervision, visit: Visit[Project]) -> Row:
    own = one.lasts(localdate(visit.at)) and one.supervisor_id == visit.viewer.pk
    number = _("%(drawn)d af %(among)d") % {"drawn": one.drawn, "among": one.among}
    return Row(
        Cell(one.purpose, reverse("supervision", args=[one.pk]) if own else ""),
        (
            Cell(one.supervisor.name),
            Cell(number, number=True),
            Cell(day(one.opened_at)),
            Cell(on_day(one.over_on)),
            Cell(one.seed),
        ),
    )
