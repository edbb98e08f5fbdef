"""Holdet: who works in the project as what, from when to when; offices are given and ended from here."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.pathways.queries import open_courses_of
from bordenden.programmes.queries import in_team, left_team
from bordenden.programmes.words import TEAM, OfficeRole
from bordenden.web.design.parts import Cell, Row, Table
from bordenden.web.insight.frame import menu
from bordenden.web.insight.supervising import nothing_to_send
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Office, Project

SHOWN = 20
NOTHING = "–"


@opens(acts.TEAM_SET)
def team(visit: Visit[Project], project: UUID) -> HttpResponse:
    """Whoever works there now, and whoever did; nobody is forgotten."""
    if refused := nothing_to_send(visit):
        return refused
    reached = visit.reach(project)
    asked = visit.request.GET
    now = cut(in_team(project=reached, at=visit.at), asked.get("side"), size=SHOWN, label=_("Holdet nu"))
    left = cut(
        left_team(project=reached, at=visit.at), asked.get("foer"), size=SHOWN, word="foer", label=_("Holdet før")
    )
    caseworkers = {office.person for office in now.rows if office.role == OfficeRole.CASEWORKER}
    loads = open_courses_of(people=caseworkers, at=visit.at)
    context = {
        "project": reached,
        "now": Table(
            _("På holdet nu"),
            (_("Navn"), _("Hverv"), _("Fra"), _("Åbne forløb"), _("Handling")),
            tuple(_member(reached, office, loads.get(office.person)) for office in now.rows),
        ),
        "now_pager": now.pager,
        "left": Table(
            _("Har været på holdet"), (_("Navn"), _("Hverv"), _("Fra"), _("Til")), tuple(map(_former, left.rows))
        ),
        "left_pager": left.pager,
        "nav_items": menu("home"),
    }
    return visit.show("insight/team.html", context)


def _member(project: Project, office: Office, load: int | None) -> Row:
    if office.role not in TEAM:
        act = Cell(NOTHING)
    elif load:
        act = Cell(_("Flyt borgerne"), reverse("caseload_move", args=[project.pk, office.pk]))
    else:
        act = Cell(_("Afslut hvervet"), reverse("office_end", args=[project.pk, office.pk]))
    courses = NOTHING if load is None else number_format(load)
    return Row(
        Cell(office.person.name), (Cell(_role(office)), Cell(day(office.starts_at)), Cell(courses, number=True), act)
    )


def _former(office: Office) -> Row:
    ended = day(office.ends_at) if office.ends_at else ""
    return Row(Cell(office.person.name), (Cell(_role(office)), Cell(day(office.starts_at)), Cell(ended)))


def _role(office: Office) -> str:
    if office.role == OfficeRole.PROFESSIONAL:
        return f"{office.get_role_display()} ({office.get_department_display()})"
    return office.get_role_display()
