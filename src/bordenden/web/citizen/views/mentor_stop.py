"""Stop med Mie: one button and no reason; what happens then stands above it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.mentors import actions, queries
from bordenden.web.citizen.mentor_forms import StopForm
from bordenden.web.citizen.mentor_words import two_at_the_head
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.MENTOR_CHOOSE)
def mentor_stop(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """It stops with the one the page named; where that one is gone already, nothing more happens."""
    form = StopForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as table:
                seat = queries.mentor_of(table=table, at=visit.at)
                if seat is not None and seat.pk == form.cleaned_data["seat"]:
                    actions.stop_with_mentor(seat=seat, by=visit.viewer.person, at=visit.at)
            return visit.go("my_mentor", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        table = visit.reach(pk)
        seat = queries.mentor_of(table=table, at=visit.at)
        if seat is None:
            return visit.go("my_mentor", pk)
        if not form.is_bound:
            form = StopForm(initial={"seat": seat.pk})
        context = {"table": pk, "name": seat.person.given_name, "two": two_at_the_head(table, visit.at)}
        return visit.show("citizen/mentor_stop.html", context, form)
