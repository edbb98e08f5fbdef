"""Områderne: how many of each area work in the project, who sits in the steering group for it, what is missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.evaluation.catalogue import DepartmentCost, department_costs
from bordenden.evaluation.published import release_title
from bordenden.evaluation.queries import newest_releases
from bordenden.evaluation.words import CAVEAT, WITHHELD_WORDS
from bordenden.programmes import queries
from bordenden.web.design.parts import Cell, Event, Row, Table
from bordenden.web.insight.frame import menu
from bordenden.web.insight.supervising import nothing_to_send
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Office, Project
    from bordenden.programmes.queries import AreaLine

LEFT_SHOWN, RELEASES_SHOWN = 20, 4


@opens(acts.STEERING_READ)
def areas(visit: Visit[Project], project: UUID) -> HttpResponse:
    """The same page for the leader, who gives the seats, and for whoever sits on one."""
    if refused := nothing_to_send(visit):
        return refused
    reached = visit.reach(project, "programme")
    lines = queries.areas(project=reached, at=visit.at)
    left = cut(
        partial(queries.left_steering, project=reached, at=visit.at), visit.request.GET.get("side"), size=LEFT_SHOWN
    )
    leads = visit.may(acts.PROJECT_FIGURES, reached)
    context = {
        "caveat": CAVEAT,
        "project": reached,
        "table": _table(lines),
        "costs": _costs(department_costs(project=reached)),
        "missing": [words for line in lines for words in _missing(line)],
        "seated": [office for line in lines for office in line.members],
        "left": [_left(office) for office in left.rows],
        "pager": left.pager,
        "releases": [
            (release_title(one), reverse("release", args=[one.pk]))
            for one in newest_releases(programme=reached.programme)[:RELEASES_SHOWN]
        ],
        "leads": leads,
        "may_set": visit.may(acts.STEERING_SET, reached),
        "nav_items": menu("home", instruments=leads),
    }
    return visit.show("insight/areas.html", context)


def _table(lines: list[AreaLine]) -> Table:
    return Table(
        _("De fire områder"),
        (_("Område"), _("Medarbejdere i projektet"), _("I styregruppen")),
        tuple(
            Row(
                Cell(str(line.department.label)),
                (
                    Cell(number_format(line.users), number=True),
                    Cell(", ".join(_called(office) for office in line.members) or _("Ingen endnu")),
                ),
            )
            for line in lines
        ),
    )


def _costs(lines: list[DepartmentCost]) -> Table:
    shown = [(str(one.department.label), (one.people, one.cost)) for one in lines]
    return Table(
        _("Udgift for hver afdeling"),
        (_("Afdeling"), _("Begyndt på noget"), _("Kroner")),
        tuple(Row(Cell(label), tuple(_about(number) for number in numbers)) for label, numbers in shown),
    )


def _about(number: int | None) -> Cell:
    shown = str(WITHHELD_WORDS) if number is None else number_format(number, force_grouping=True)
    return Cell(shown, number=number is not None)


def _missing(line: AreaLine) -> list[str]:
    area = {"area": line.department.label}
    found = [] if line.members else [_("%(area)s mangler i styregruppen.") % area]
    return found if line.users else [*found, _("%(area)s har ingen medarbejdere i projektet.") % area]


def _called(office: Office) -> str:
    person = office.person
    return f"{person.name} ({person.title})" if person.title else person.name


def _left(office: Office) -> Event:
    assert office.ends_at is not None  # noqa: S101
    span = {"first": day(office.starts_at), "last": day(office.ends_at)}
    return Event(_("%(first)s til %(last)s") % span, _called(office), office.get_department_display())
