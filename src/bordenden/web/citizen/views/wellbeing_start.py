"""Begins a round of Min trivsel, five questions of their own, or goes on with the one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.assessments.words import Purpose
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.asking import to_next
from bordenden.web.citizen.forms import WholeForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.SHEET_START)
def wellbeing_start(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Hers if she likes; nobody asks for it."""
    form = WholeForm(visit.posted)
    if visit.posted is not None:
        try:
            with visit.writing(pk) as reached:
                sheet = actions.start(table=reached, purpose=Purpose.WELLBEING, by=visit.viewer.person, at=visit.at)
                way = to_next(sheet, queries.hers(sheet=sheet))
            return visit.go(way.page, *way.args)
        except NotPossible as error:
            form.add_error(None, str(error))
    reached = visit.reach(pk)
    under_way = queries.open_sheet(table=reached, purpose=Purpose.WELLBEING)
    return visit.show("citizen/wellbeing_start.html", {"table": reached, "under_way": under_way is not None}, form)
