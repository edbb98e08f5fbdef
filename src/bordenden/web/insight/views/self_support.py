"""På egne ben: who left to support themselves, and how much is the citizens' own doing; never a person."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.evaluation.reports import percent
from bordenden.evaluation.self_support import OwnLine, SelfSupport, SupportLine
from bordenden.evaluation.self_support import self_support as figures
from bordenden.evaluation.words import CAVEAT, WITHHELD_WORDS
from bordenden.web.design.parts import Cell, Row, Table
from bordenden.web.insight.frame import menu
from bordenden.web.insight.supervising import nothing_to_send
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


@opens(acts.PROJECT_FIGURES)
def self_support(visit: Visit[Project], project: UUID) -> HttpResponse:
    """Two tables, and what they do not say."""
    if refused := nothing_to_send(visit):
        return refused
    thing = visit.reach(project)
    found = figures(project=thing, at=visit.at)
    context = {
        "project": thing,
        "caveat": CAVEAT,
        "exits": found.exits,
        "left": _left(found),
        "lasting": _reasons(_("Forlod projektet til hjælp, der kan vare ved"), found.lasting),
        "own": _own(found),
        "withheld": WITHHELD_WORDS,
        "nav_items": menu("home"),
    }
    return visit.show("insight/self_support.html", context)


def _left(found: SelfSupport) -> Table:
    """The reasons, and together."""
    lines = [(str(line.reason.label), line.people, line.share) for line in found.lines]
    rows = [*lines, (_("I alt til job og uddannelse"), found.people, found.share)]
    return _table(_("Forlod projektet for at forsørge sig selv"), rows)


def _reasons(caption: str, lines: tuple[SupportLine, ...]) -> Table:
    return _table(caption, [(str(line.reason.label), line.people, line.share) for line in lines])


def _table(caption: str, rows: list[tuple[str, int, Fraction | None]]) -> Table:
    return Table(
        caption,
        (_("Grund"), _("Antal"), _("Andel af alle, der har forladt projektet")),
        tuple(
            Row(Cell(label), (Cell(number_format(people), number=True), Cell(percent(share) or "–", number=True)))
            for label, people, share in rows
        ),
    )


def _own(found: SelfSupport) -> Table | None:
    """How much is theirs; None where every number would be withheld."""
    lines = (
        (_("Mål, borgerne selv kom med"), found.goals),
        (_("Beslutninger, borgerne selv tog"), found.decisions),
        (_("Små skridt, borgerne selv tager"), found.steps),
        (_("Borgernes egne skridt, der er gjort"), found.done),
    )
    if all(line.whole is None for _label, line in lines):
        return None
    return Table(
        _("Borgernes eget"),
        (_("Hvad"), _("Borgernes eget"), _("I alt"), _("Andel")),
        tuple(Row(Cell(label), _cells(line)) for label, line in lines),
    )


def _cells(line: OwnLine) -> tuple[Cell, ...]:
    counts = (_shown(None if one is None else number_format(one)) for one in (line.part, line.whole))
    return (*counts, _shown(None if line.share is None else percent(line.share)))


def _shown(words: str | None) -> Cell:
    return Cell(str(WITHHELD_WORDS)) if words is None else Cell(words, number=True)
