"""Måltal: how many of each target group, how far it is, the least of a project, and where the pace leads."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.evaluation.targets import Outlook, Targets
from bordenden.evaluation.targets import targets as figures
from bordenden.evaluation.words import CAVEAT
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.programmes import actions
from bordenden.web.design.parts import Cell, Fact, Row, StaleText, Table
from bordenden.web.insight.frame import menu
from bordenden.web.insight.target_form import TargetForm, written_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.evaluation.targets import TargetLine
    from bordenden.programmes.models import Project

WARNING = frozenset({Outlook.MISSED, Outlook.SHORT})


@opens(acts.TARGETS_SET)
def targets(visit: Visit[Project], project: UUID) -> HttpResponse:
    """The project leader's own; counted, and nobody is named."""
    form = TargetForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(project) as held:
                said = {**form.cleaned_data, "seen": form.numbers_seen}
                actions.set_target(project=held, by=visit.viewer.person, at=visit.at, **said)
            return visit.go("targets", project)
        except Stale as refused:
            _both(form, refused)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        reached = visit.reach(project, "programme")
        found = figures(project=reached, at=visit.at)
        form.initial = {"seen": written_of({line.group: line.number for line in found.lines if line.number})}
        context = {
            "stale": form.stale,
            "project": reached,
            "table": _table(found) if found.lines else None,
            "facts": _facts(found),
            "outlook": _outlook(found),
            "warning": found.outlook in WARNING,
            "how": _how(found),
            "caveat": CAVEAT,
            "nav_items": menu("home"),
        }
        return visit.show("insight/targets.html", context, form)


def _both(form: TargetForm, refused: Stale) -> None:
    said = form.cleaned_data
    group = " ".join(said["target_group"].split())
    seen = written_of({**(form.numbers_seen or {}), group: int(refused.saved)})
    form.show_both(refused, StaleText(group, str(said["number"]), refused.saved), seen=seen)


def _facts(found: Targets) -> tuple[Fact, ...]:
    return (
        Fact(_("Tal til og med"), date_format(found.on)),
        Fact(_("Henvist"), number_format(found.referred)),
        Fact(_("Begyndt"), number_format(found.begun)),
        Fact(_("I gang nu"), number_format(found.active)),
        Fact(_("Mindst i hele perioden"), number_format(found.least)),
    )


def _outlook(found: Targets) -> str:
    """The one sentence on the least number."""
    missing = number_format(max(found.least - found.begun, 0))
    words = {"least": number_format(found.least), "last": date_format(found.last), "missing": missing}
    said = {
        Outlook.REACHED: _("Mindst %(least)s er begyndt. Kravet er nået."),
        Outlook.MISSED: _("Fristen for henvisning var %(last)s. Der mangler %(missing)s i at nå %(least)s."),
        Outlook.EARLY: _("Der mangler %(missing)s i at nå %(least)s. Det er for tidligt at sige, hvor det ender."),
        Outlook.SHORT: _("I samme takt bliver det ikke til %(least)s. Der mangler %(missing)s."),
        Outlook.ENOUGH: _("I samme takt bliver det til mindst %(least)s. Der mangler %(missing)s endnu."),
    }
    return said[found.outlook] % words


def _how(found: Targets) -> str:
    """How the forecast is made, with its own numbers; "" where there is none to explain."""
    if found.expected is None or found.on > found.last:
        return ""
    words = _(
        "Sådan er tallet lavet: %(referred)s er henvist på %(days)s dage. Går det i samme takt til og med %(last)s, "
        "bliver det til %(expected)s. Det er en ret linje og ikke mere: Folk kommer i bølger."
    )
    return words % {
        "referred": number_format(found.referred),
        "days": number_format(found.days),
        "last": date_format(found.last),
        "expected": number_format(found.expected),
    }


def _table(found: Targets) -> Table:
    rows = [(line.group or _("Ingen gruppe skrevet"), *_numbers(line)) for line in found.lines]
    whole = (_("I alt"), _number(found.number or None), number_format(found.referred), number_format(found.active))
    return Table(
        _("Måltal for hver gruppe"),
        (_("Gruppe"), _("Mål"), _("Henvist"), _("I gang nu")),
        tuple(Row(Cell(head), tuple(Cell(cell, number=True) for cell in cells)) for head, *cells in [*rows, whole]),
    )


def _numbers(line: TargetLine) -> tuple[str, str, str]:
    return _number(line.number), number_format(line.referred), number_format(line.active)


def _number(number: int | None) -> str:
    return "–" if number is None else number_format(number)
