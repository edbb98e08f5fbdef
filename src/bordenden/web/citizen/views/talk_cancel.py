"""Jeg kan ikke den dag: she calls a conversation off; nobody asks her why."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions
from bordenden.pathways.queries import beside_her
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.reader import reads_it
from bordenden.web.parts.talk_forms import CancelForm
from bordenden.web.parts.talks import talk_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import Conversation


@opens(acts.CONVERSATION_CANCEL)
def talk_cancel(visit: Visit[Conversation], pk: UUID) -> HttpResponse:
    """What stood on the list waits for the next one."""
    form = CancelForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                only_her(visit, held)
                why = form.cleaned_data["why"]
                actions.cancel(conversation=held, why=why, by=visit.viewer.person, at=visit.at)
            return visit.go("talk", held.table_id)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        row = visit.reach(pk)
        only_her(visit, row)
        beside = beside_her(thing=row, at=visit.at)
        context = {
            "reader": reads_it(beside),
            "conversation": row,
            "coming": talk_part(row, name="", seen=visit.at),
            "staff": beside.answers.given_name if beside.answers else "",
        }
        return visit.show("citizen/talk_cancel.html", context, form)
