"""Begins a round of Min vurdering, or goes on with the one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.asking import Way, to_next
from bordenden.web.citizen.forms import WholeForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet
    from bordenden.pathways.models import Table


@opens(acts.SHEET_START)
def sheet_start(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """What it is, with a button; it leads to the cards, or on to the first question she has not been at."""
    form = WholeForm(visit.posted)
    if visit.posted is not None:
        try:
            with visit.writing(pk) as reached:
                sheet = actions.start(table=reached, by=visit.viewer.person, at=visit.at)
                way = first_way(sheet)
            return visit.go(way.page, *way.args)
        except NotPossible as error:
            form.add_error(None, str(error))
    reached = visit.reach(pk)
    context = {"table": reached, "under_way": queries.open_sheet(table=reached) is not None}
    return visit.show("citizen/sheet_start.html", context, form)


def first_way(sheet: Sheet) -> Way:
    """A round nothing is said in begins with the cards; another goes on where she stopped."""
    stand = queries.hers(sheet=sheet)
    untouched = not stand.answered and not any(question.picked for question in stand.questions)
    return Way("sheet_picks", sheet.pk) if untouched else to_next(sheet, stand)
