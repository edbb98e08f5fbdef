"""Det, borgerne savner: what citizens miss, ranked; never their words, and nothing only a few have said."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.evaluation.catalogue import NeedRanking, needs_ranking
from bordenden.evaluation.words import CAVEAT
from bordenden.web.design.parts import Cell, Row, Table
from bordenden.web.insight.keeping import keeper_menu
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Catalogue


@opens(acts.CATALOGUE_KEEP)
def needs(visit: Visit[Catalogue], pk: UUID) -> HttpResponse:
    """By area and category, the most missed first."""
    thing = visit.reach(pk, "municipality")
    ranking = needs_ranking(municipality=thing.municipality)
    context = {
        "caveat": CAVEAT,
        "table": _table(ranking) if ranking.lines or ranking.others else None,
        "nav_items": keeper_menu(pk, "needs"),
    }
    return visit.show("insight/needs.html", context)


def _table(ranking: NeedRanking) -> Table:
    rows = [(f"{line.category.label} ({line.area.label})", _about(line.people)) for line in ranking.lines]
    if ranking.others:
        rows.append((_("Andre ønsker lagt sammen"), _about(ranking.others)))
    return Table(
        _("Det, borgerne savner mest"),
        (_("Hvad"), _("Hvor mange")),
        tuple(Row(Cell(what), (Cell(people, number=True),)) for what, people in rows),
    )


def _about(people: int) -> str:
    return _("omkring %(people)s") % {"people": number_format(people)}
