"""Hjalp samtalen?: the caseworker's two taps; the citizen's own are never shown here."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import queries
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.helped import helped_context, tapped
from bordenden.web.parts.names import given_names
from bordenden.web.parts.talk_forms import HelpedForm
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import Conversation


@opens(acts.HELPED_SAY)
def conversation_helped(visit: Visit["Conversation"], conversation: UUID) -> HttpResponse:
    """The first tap is saved at once; the second is asked after it."""
    form = HelpedForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(conversation) as held:
                only_staff(visit, held)
                tapped(held, form, by=visit.viewer.person, at=visit.at)
            return visit.go("conversation_helped", conversation)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        row = visit.reach(conversation, "table")
        only_staff(visit, row)
        name = given_names(at_the_head(table=row.table, at=visit.at))
        own = queries.own_answer(conversation=row, person=visit.viewer.person)
        check = reverse("self_check", args=[row.pk])
        context = {
            "conversation": row,
            "name": name,
            "open": queries.may_be_judged(conversation=row, at=visit.at),
            "check_url": check,
            **helped_context(row, own, name=name, seen=visit.at, done_url=check),
        }
        return visit.show("staff/conversation_helped.html", context, form)
