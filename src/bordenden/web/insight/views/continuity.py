"""Den samme sagsbehandler: how long citizens keep theirs, how many there are, and every change with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bordenden.access import acts
from bordenden.evaluation.continuity import continuity_of
from bordenden.evaluation.reports import percent
from bordenden.evaluation.words import CAVEAT
from bordenden.pathways.queries import changes_in, followed_by
from bordenden.programmes.queries import caseworkers_of
from bordenden.web.design.parts import Cell, Fact, Row, Table
from bordenden.web.insight.frame import menu
from bordenden.web.insight.supervising import nothing_to_send
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day, on_day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Seat
    from bordenden.people.models import Person
    from bordenden.programmes.models import Project
    from bordenden.programmes.queries import Caseworkers
    from progression.continuity import Together

SHOWN = 20


@opens(acts.PROJECT_FIGURES)
def continuity(visit: Visit[Project], project: UUID) -> HttpResponse:
    """Exact, for the project's own use: case numbers and staff, never a citizen's name."""
    if refused := nothing_to_send(visit):
        return refused
    reached = visit.reach(project)
    figures = continuity_of(project=reached, at=visit.at)
    page = cut(changes_in(project=reached, at=visit.at), visit.request.GET.get("side"), size=SHOWN)
    after = followed_by(seats=page.rows)
    columns = (_("Sagsnummer"), _("Sagsbehandler"), _("Fra"), _("Til"), _("Derefter"), _("Hvorfor"))
    context = {
        "caveat": CAVEAT,
        "project": reached,
        "facts": _facts(figures),
        "changes": _changes(figures),
        "staff": _staff(caseworkers_of(project=reached, at=visit.at)),
        "history": Table(_("Skift, det nyeste først"), columns, tuple(_change(seat, after) for seat in page.rows)),
        "pager": page.pager,
        "nav_items": menu("home"),
    }
    return visit.show("insight/continuity.html", context)


def _facts(figures: Together) -> list[Fact]:
    return [
        Fact(_("Forløb, der er begyndt"), number_format(figures.courses)),
        Fact(_("Dage i forløb"), number_format(figures.days)),
        Fact(_("Dage med den sagsbehandler, borgeren har haft længst"), number_format(figures.main_days)),
        Fact(_("Andel"), percent(figures.share) if figures.share is not None else _("Ingen dage endnu")),
        Fact(_("Dage uden sagsbehandler"), number_format(figures.days - figures.held)),
        Fact(_("Skift i alt"), number_format(figures.changed)),
    ]


def _changes(figures: Together) -> Table:
    rows = tuple(
        Row(
            Cell(ngettext("%(times)s skift", "%(times)s skift", times) % {"times": number_format(times)}),
            (Cell(number_format(courses), number=True),),
        )
        for times, courses in enumerate(figures.changes)
    )
    return Table(_("Hvor tit har borgerne skiftet sagsbehandler?"), (_("Skift"), _("Forløb")), rows)


def _staff(found: Caseworkers | None) -> list[Fact]:
    if found is None:
        return []
    return [
        Fact(_("Den første dag, %(day)s") % {"day": on_day(found.first_on)}, number_format(found.at_first)),
        Fact(_("I dag"), number_format(found.now)),
        Fact(_("I alt siden begyndelsen"), number_format(found.ever)),
    ]


def _change(seat: Seat, after: dict[Seat, Person]) -> Row:
    reference: str = getattr(seat, "reference")  # noqa: B009 (the query gives it, no type knows it)
    return Row(
        Cell(reference),
        (
            Cell(seat.person.name),
            Cell(day(seat.starts_at)),
            Cell(day(seat.ends_at) if seat.ends_at else ""),
            Cell(after[seat].name if seat in after else _("Ingen endnu")),
            Cell(seat.get_left_because_display() or _("Ikke skrevet")),
        ),
    )
