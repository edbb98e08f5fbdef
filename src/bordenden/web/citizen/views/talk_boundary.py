"""Det vil jeg ikke tale om i dag: her boundary for one conversation, to write and to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions, queries
from bordenden.web.citizen.talk_words import boundary_form
from bordenden.web.parts.reader import reader_of
from bordenden.web.parts.talks import talk_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import Conversation


@opens(acts.BOUNDARY_WRITE)
def talk_boundary(visit: Visit[Conversation], pk: UUID) -> HttpResponse:
    """What stands there, and a line more; it says nothing once the day is over."""
    form = boundary_form(visit.posted if "remove" not in visit.request.POST else None)
    if visit.posted is not None and "remove" in visit.posted:
        return _take_back(visit, pk)
    if form.is_valid():
        sent, by = form.cleaned_data, visit.viewer.person
        try:
            with visit.writing(pk) as held:
                actions.draw_boundary(
                    conversation=held, words=sent["words"], form_key=sent["form_key"], by=by, at=visit.at
                )
            return visit.go("talk", held.table_id)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(pk)
        context = {
            "conversation": reached,
            "reader": reader_of(reached, visit.at),
            "coming": talk_part(reached, name="", seen=visit.at),
            "boundaries": queries.boundaries_of(conversation=reached, at=visit.at),
            "open": queries.takes_boundaries(conversation=reached, at=visit.at),
        }
        return visit.show("citizen/talk_boundary.html", context, form)


def _take_back(visit: Visit[Conversation], pk: UUID) -> HttpResponse:
    with visit.writing(pk) as held:
        for row in queries.boundaries_of(conversation=held, at=visit.at):
            if str(row.pk) == visit.request.POST["remove"]:
                actions.take_back_boundary(boundary=row, by=visit.viewer.person, at=visit.at)
    return visit.go("talk", held.table_id)
