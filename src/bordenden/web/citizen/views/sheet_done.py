"""The end of a round: nobody has seen it, and she decides who will. Closed is the default."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.assessments.words import Purpose
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.asking import to_next
from bordenden.web.citizen.deciding import decide, seers, who_sees
from bordenden.web.citizen.sheet_forms import KEEP, SharingForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet


@opens(acts.SHEET_ANSWER)
def sheet_done(visit: Visit[Sheet], pk: UUID) -> HttpResponse:
    """Three buttons that end it; or thanks."""
    form = SharingForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as reached:
                _finish(visit, reached, form)
            return visit.go("sheet_done", pk)
        except NotPossible as error:
            form.add_error(None, str(error))
    reached = visit.reach(pk, "table", "shared_to__person")
    stand = queries.hers(sheet=reached)
    context = {
        "sheet": reached,
        "stand": stand,
        "seers": seers(reached.table, visit.at),
        "who_sees": who_sees(reached, visit.at),
        "never": [one.item for one in stand.questions if one.item.shielded],
        "chosen": list(queries.work_on(sheet=reached)),
        "about_me": reached.purpose == Purpose.WELLBEING,
        "score": queries.score_of(sheet=reached) if reached.purpose == Purpose.WELLBEING else None,
        "on": to_next(reached, stand).url if stand.next and reached.finished_at is None else "",
    }
    return visit.show("citizen/sheet_done.html", context, form)


def _finish(visit: Visit[Sheet], sheet: Sheet, form: SharingForm) -> None:
    """Both or none: where it cannot be sent it is not finished either, and she is asked again."""
    by, sent = visit.viewer.person, form.cleaned_data
    was_over = sheet.finished_at is not None
    finished = actions.finish(sheet=sheet, by=by, at=visit.at)
    if sent["choice"] != KEEP or was_over:
        decide(finished, sent, by=by, at=visit.at)
