"""Efter forløbet: how it went after 1, 3, 6 and 12 months, by why they left; of five or more, never a name."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.evaluation.afterwards import After, afterwards
from bordenden.evaluation.words import CAVEAT, WITHHELD_WORDS
from bordenden.followup.words import MONTHS, Status
from bordenden.web.design.parts import Cell, Row, Table
from bordenden.web.insight.frame import menu
from bordenden.web.insight.supervising import nothing_to_send
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


@opens(acts.PROJECT_FIGURES)
def after_exits(visit: Visit[Project], project: UUID) -> HttpResponse:
    """All together, then a table for each reason."""
    if refused := nothing_to_send(visit):
        return refused
    thing = visit.reach(project)
    found = afterwards(project=thing, at=visit.at)
    context = {
        "project": thing,
        "caveat": CAVEAT,
        "on": found.on,
        "together": _table(found.together) if found.any_asked else None,
        "reasons": [(str(one.reason.label), _table(one)) for one in found.reasons if one.reason],
        "nav_items": menu("home"),
    }
    return visit.show("insight/after_exits.html", context)


def _table(after: After) -> Table:
    known = [(status, each) for status, each in after.lines if any(each)]
    rows = [(_label(status), each) for status, each in known]
    caption = _("Alle") if after.reason is None else str(after.reason.label)
    return Table(
        caption,
        (_("Hvordan det gik"), *(_("%(number)d md.") % {"number": months} for months in MONTHS)),
        tuple(
            Row(Cell(label), tuple(_cell(number) for number in each))
            for label, each in (*rows, (_("I alt"), after.asked))
        ),
    )


def _cell(number: int | None) -> Cell:
    return Cell(str(WITHHELD_WORDS)) if number is None else Cell(number_format(number), number=True)


def _label(status: str) -> str:
    return str(Status(status).label) if status else _("Ikke oplyst")
