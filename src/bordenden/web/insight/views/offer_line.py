"""Køen til et tilbud: who holds a place and who waits, by case number; and a priority with its reason."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions, queries
from bordenden.offers.words import WaitingState
from bordenden.web.design.parts import Cell, Row, Table
from bordenden.web.insight.keeping import menu_of
from bordenden.web.insight.line_form import PriorityForm
from bordenden.web.parts.chosen import how_long
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Offer, Waiting

A_PAGE = 50


@opens(acts.LINE_KEEP)
def offer_line(visit: Visit[Offer], offer: UUID) -> HttpResponse:
    """No names: an office never reaches a table. Who asks after a case number asks its caseworker."""
    with visit.reading():
        row = visit.reach(offer)
        page = cut(queries.line_of(offer=row), visit.request.GET.get("side"), size=A_PAGE)
        first = (page.number - 1) * A_PAGE
        holds = queries.held_places(offer=row)
        waits = [one for one in page.rows if one.state == WaitingState.WAITING]
        numbers = {one.pk: max(first - holds, 0) + place for place, one in enumerate(waits, start=1)}
        form = PriorityForm(visit.posted, [(one, _named(one, numbers[one.pk])) for one in waits])
    if form.is_valid():
        said = form.cleaned_data
        try:
            with visit.writing(offer):
                by, at = visit.viewer.person, visit.at
                actions.prioritise(waiting=form.chosen, priority=said["priority"], why=said["why"], by=by, at=at)
            return visit.go("offer_line", offer)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        context = {
            "offer": row,
            "name": row.name,
            "room": _("Ingen grænse") if row.capacity is None else number_format(row.capacity),
            "held": number_format(holds),
            "about": how_long(queries.pace_of(offer=row, at=visit.at), 1),
            "table": _table([_row(one, numbers.get(one.pk)) for one in page.rows]),
            "some": bool(page.rows),
            "waits": bool(waits),
            "pager": page.pager,
            "nav_items": menu_of(row.municipality, "catalogue"),
        }
        return visit.show("insight/offer_line.html", context, form)


def _table(rows: list[Row]) -> Table:
    return Table(_("Pladser og kø"), (_("Sag"), _("Nummer"), _("Står som"), _("Siden"), _("Grund")), tuple(rows))


def _row(waiting: Waiting, number: int | None) -> Row:
    reason = waiting.priority_why if waiting.priority else "–"
    cells = (
        Cell(number_format(number) if number else "–"),
        Cell(str(waiting.get_state_display())),
        Cell(day(waiting.since)),
        Cell(reason),
    )
    return Row(Cell(_reference(waiting)), cells)


def _named(waiting: Waiting, number: int) -> str:
    return _("Nummer %(number)d: %(reference)s") % {"number": number, "reference": _reference(waiting)}


def _reference(waiting: Waiting) -> str:
    reference: str | None = attrgetter("reference")(waiting)
    return reference or _("Uden sagsnummer")
