"""Hvem må se den? One finished round: send it, show it today, or take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.assessments.words import Purpose, Sharing
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.deciding import decide, seers, who_sees
from bordenden.web.citizen.sheet_forms import KEEP, SharingForm
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet

TAKEN_BACK = "lukket"


@opens(acts.SHEET_ANSWER)
def sheet_sharing(visit: Visit[Sheet], pk: UUID) -> HttpResponse:
    """One press, one change."""
    form = SharingForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as reached:
                name = _named(reached) if form.cleaned_data["choice"] == KEEP else ""
                decide(reached, form.cleaned_data, by=visit.viewer.person, at=visit.at)
            response = visit.go("sheet_sharing", pk)
            response["Location"] += f"?sagt={TAKEN_BACK}" if name else ""
            return response
        except NotPossible as error:
            form.add_error(None, str(error))
    reached = visit.reach(pk, "table", "shared_to__person")
    if reached.finished_at is None:
        return visit.go("sheet_done", pk)
    if reached.pen_id is not None and reached.confirmed_at is None and visit.posted is None:
        return visit.go("sheet_confirm", pk)
    context = {
        "sheet": reached,
        "title": str(Purpose(reached.purpose).label),
        "when": day(reached.finished_at),
        "seers": seers(reached.table, visit.at),
        "who_sees": who_sees(reached, visit.at),
        "kept": reached.sharing == Sharing.KEPT,
        "taken_back": visit.request.GET.get("sagt") == TAKEN_BACK and reached.sharing == Sharing.KEPT,
        "chosen": queries.work_on(sheet=reached).exists(),
        "shown_now": queries.shown_now(sheet=reached, at=visit.at),
    }
    return visit.show("citizen/sheet_sharing.html", context, form)


def _named(sheet: Sheet) -> str:
    return sheet.shared_to.person.given_name if sheet.shared_to else ""
