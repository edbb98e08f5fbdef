"""Aflys samtalen: the agenda waits for the next one."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.names import given_names
from bordenden.web.parts.talk_forms import CancelForm
from bordenden.web.parts.talks import talk_part
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import Conversation


@opens(acts.CONVERSATION_CANCEL)
def conversation_cancel(visit: Visit["Conversation"], conversation: UUID) -> HttpResponse:
    """A line why, for her to read."""
    form = CancelForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(conversation) as held:
                only_staff(visit, held)
                why = form.cleaned_data["why"]
                actions.cancel(conversation=held, why=why, by=visit.viewer.person, at=visit.at)
            return visit.go("conversations", held.table_id)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        row = visit.reach(conversation, "table")
        only_staff(visit, row)
        name = given_names(at_the_head(table=row.table, at=visit.at))
        talk = talk_part(row, name=name, seen=visit.at)
        return visit.show("staff/conversation_cancel.html", {"conversation": row, "name": name, "talk": talk}, form)
