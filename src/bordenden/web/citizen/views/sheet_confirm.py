"""Bo skrev for dig: are these her answers? Yes, put it right, or no."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.sheet_forms import RightForm
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet


@opens(acts.SHEET_ANSWER)
def sheet_confirm(visit: Visit[Sheet], pk: UUID) -> HttpResponse:
    """On a device of her own."""
    form = RightForm(visit.posted)
    if form.is_valid():
        try:
            decided = actions.confirm if form.cleaned_data["right"] == "yes" else actions.refuse
            with visit.writing(pk) as held:
                table = decided(sheet=held, by=visit.viewer.person, at=visit.at).table_id
            return visit.go("sheets", table)
        except NotPossible as error:
            form.add_error(None, str(error))
    reached = visit.reach(pk, "pen")
    if reached.pen is None:
        raise Http404
    context = {
        "sheet": reached,
        "stand": queries.hers(sheet=reached),
        "name": reached.pen.given_name,
        "when": day(reached.finished_at or reached.started_at),
        "writing": reached.finished_at is None,
        "confirmed": reached.confirmed_at is not None,
    }
    return visit.show("citizen/sheet_confirm.html", context, form)
