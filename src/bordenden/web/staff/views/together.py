"""Vi svarer sammen: the caseworker writes while she speaks, and hands it to her when they are done."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import queries as pathways
from bordenden.pathways.words import SeatRole
from bordenden.web.parts.names import given_names
from bordenden.web.staff.speaking import who_speaks, written_by
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

BEGIN, DONE = "begin", "done"
CHOOSE = {"required": _("Vælg, om I begynder eller er færdige."), "invalid_choice": _("Brug knapperne på siden.")}


class TogetherForm(forms.Form):
    """Begin, or done."""

    do = forms.ChoiceField(label=_("Vi svarer sammen"), choices=[(BEGIN, BEGIN), (DONE, DONE)], error_messages=CHOOSE)


@opens(acts.SHEET_PEN)
def together(visit: Visit[Table], table: UUID) -> HttpResponse:
    """What is said in this round and nothing from before; the questions about him are not here."""
    form = TogetherForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(table) as held:
                _begin(visit, held) if form.cleaned_data["do"] == BEGIN else _hand_over(visit, held)
            return visit.go("together", table)
        except NotPossible as error:
            form.add_error(None, str(error))
    reached = visit.reach(table)
    sheet = written_by(reached, visit.viewer.person)
    context = {
        "table": reached,
        "name": given_names(pathways.at_the_head(table=reached, at=visit.at)),
        "sheet": sheet,
        "stand": queries.as_penned(sheet=sheet) if sheet else None,
        "waiting": queries.waiting_for_her(table=reached).filter(pen=visit.viewer.person).exists(),
    }
    return visit.show("staff/together.html", context, form)


def _begin(visit: Visit[Table], table: Table) -> None:
    by = who_speaks(table, visit.at)
    seat = pathways.seat_in_role(table=table, role=SeatRole.COORDINATOR, at=visit.at)
    if seat is None or seat.person_id != visit.viewer.person.pk:
        raise NotPossible(str(_("Du sidder ikke ved bordet mere.")))
    actions.start_together(table=table, seat=seat, by=by, at=visit.at)


def _hand_over(visit: Visit[Table], table: Table) -> None:
    sheet = written_by(table, visit.viewer.person)
    if sheet is not None:
        actions.finish(sheet=sheet, by=who_speaks(table, visit.at), pen=visit.viewer.person, at=visit.at)
