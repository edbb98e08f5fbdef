"""Tal for mulighederne: waiting, cost, reasons and ratings, offer by offer, for the project's own leader."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.evaluation.catalogue import DepartmentLine, OfferLine
from bordenden.evaluation.catalogue import offer_figures as figures
from bordenden.evaluation.reports import percent
from bordenden.evaluation.words import CAVEAT, WITHHELD_WORDS
from bordenden.offers.queries import Presented
from bordenden.web.design.parts import Cell, Row, Table
from bordenden.web.insight.frame import menu
from bordenden.web.parts.paging import cut_found
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project

A_PAGE = 20


@opens(acts.PROJECT_FIGURES)
def offer_figures(visit: Visit[Project], project: UUID) -> HttpResponse:
    """A fixed list: exact counts; days and shares only of enough people."""
    thing = visit.reach(project)
    found = figures(project=thing)
    page = cut_found(found.lines, visit.request.GET.get("side"), size=A_PAGE)
    shown = cut_found(found.presented, visit.request.GET.get("vist"), size=A_PAGE, word="vist")
    context = {
        "project": thing,
        "caveat": CAVEAT,
        "by_offer": [_ways(page.rows), _views(page.rows)] if found.lines else [],
        "by_department": [_costs(found.departments)] if found.lines else [],
        "shown": _shown(shown.rows) if found.presented else None,
        "shown_pager": shown.pager,
        "pager": page.pager,
        "nav_items": menu("home"),
    }
    return visit.show("insight/offer_figures.html", context)


def _ways(lines: tuple[OfferLine, ...]) -> Table:
    """From wish to start."""
    return Table(
        _("Fra ønske til start"),
        (
            _("Tilbud"),
            _("Ønsket"),
            _("Venter på svar"),
            _("Ja"),
            _("Nej"),
            _("Begyndt"),
            _("Dage fra ønske til start"),
        ),
        tuple(
            Row(
                Cell(line.offer.name),
                (
                    *(_count(one) for one in (line.wished, line.pending, line.granted, line.refused, line.begun)),
                    _count(line.waited) if line.waited is not None else _withheld(line.begun),
                ),
            )
            for line in lines
        ),
    )


def _views(lines: tuple[OfferLine, ...]) -> Table:
    """Her reasons, and whether it hit right."""
    return Table(
        _("Passer tilbuddene til dem, der vælger dem?"),
        (_("Tilbud"), _("Valgt med egen begrundelse"), _("Var det rigtige")),
        tuple(
            Row(
                Cell(line.offer.name),
                (
                    _count(line.reasons),
                    Cell(percent(line.right), number=True) if line.right is not None else _withheld(line.begun),
                ),
            )
            for line in lines
        ),
    )


def _shown(presented: tuple[Presented, ...]) -> Table:
    """How often each offer was gone through with somebody, and with how many."""
    return Table(
        _("Vist frem og gennemgået"),
        (_("Tilbud"), _("Med én ad gangen"), _("I en gruppe"), _("Personer")),
        tuple(
            Row(Cell(one.offer.name), (_count(one.alone), _count(one.in_a_group), _count(one.people)))
            for one in presented
        ),
    )


def _costs(departments: tuple[DepartmentLine, ...]) -> Table:
    """What each department pays."""
    return Table(
        _("Udgift for hver afdeling"),
        (_("Afdeling"), _("Begyndt"), _("Kroner"), _("Tilbud uden pris")),
        tuple(
            Row(Cell(str(one.department.label)), (_count(one.begun), _count(one.cost), _count(one.unknown)))
            for one in departments
        ),
    )


def _count(number: int) -> Cell:
    return Cell(number_format(number, force_grouping=True), number=True)


def _withheld(begun: int) -> Cell:
    """Nobody has begun, so there is nothing to show; or somebody has, and they are protected."""
    return Cell(str(WITHHELD_WORDS) if begun else "–")
