"""The end of a round: what she answered, who will see it, and the button that ends it; then thanks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import queries as pathways
from bordenden.pathways.words import Room
from bordenden.web.citizen.forms import WholeForm
from bordenden.web.parts.names import given_names
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet


@opens(acts.SHEET_ANSWER)
def sheet_done(visit: Visit[Sheet], pk: UUID) -> HttpResponse:
    """Ask whether she is finished, or say thanks."""
    form = WholeForm(visit.posted)
    if visit.posted is not None:
        try:
            with visit.writing(pk) as reached:
                actions.finish(sheet=reached, by=visit.viewer.person, at=visit.at)
            return visit.go("sheet_done", pk)
        except NotPossible as error:
            form.add_error(None, str(error))
    reached = visit.reach(pk, "table")
    places = pathways.places(table=reached.table, at=visit.at)
    context = {
        "sheet": reached,
        "stand": queries.hers(sheet=reached),
        "seers": given_names(place.person for place in places if Room.DEVELOPMENT in place.rooms),
    }
    return visit.show("citizen/sheet_done.html", context, form)
