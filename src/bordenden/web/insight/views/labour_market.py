"""Tilknytning til arbejde: to work and education, and to support that may last; rounded, for the steering group."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.evaluation.reports import percent
from bordenden.evaluation.self_support import LabourMarket, OwnLine
from bordenden.evaluation.self_support import labour_market as figures
from bordenden.evaluation.words import CAVEAT, WITHHELD_WORDS
from bordenden.web.design.parts import Cell, Row, Table
from bordenden.web.insight.frame import menu
from bordenden.web.insight.supervising import nothing_to_send
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


@opens(acts.STEERING_READ)
def labour_market(visit: Visit[Project], project: UUID) -> HttpResponse:
    """Two lines, as of the last quarter that has ended."""
    if refused := nothing_to_send(visit):
        return refused
    thing = visit.reach(project)
    found = figures(project=thing, at=visit.at)
    context = {
        "project": thing,
        "caveat": CAVEAT,
        "found": found,
        "table": _table(found) if found else None,
        "nav_items": menu("home", instruments=visit.may(acts.PROJECT_FIGURES, thing)),
    }
    return visit.show("insight/labour_market.html", context)


def _table(found: LabourMarket) -> Table:
    lines = (
        (_("Til ordinært job, ordinær uddannelse eller fleksjob"), found.work),
        (_("Til førtidspension eller ressourceforløb"), found.lasting),
    )
    return Table(
        _("Af dem, der har forladt projektet"),
        (_("Hvad"), _("Antal"), _("Af alle"), _("Andel")),
        tuple(Row(Cell(label), _cells(line)) for label, line in lines),
    )


def _cells(line: OwnLine) -> tuple[Cell, ...]:
    share = None if line.share is None else percent(line.share)
    shown = (
        None if line.part is None else number_format(line.part),
        None if line.whole is None else number_format(line.whole),
        share,
    )
    return tuple(Cell(str(WITHHELD_WORDS)) if words is None else Cell(words, number=True) for words in shown)
