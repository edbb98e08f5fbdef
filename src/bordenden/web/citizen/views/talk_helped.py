"""Hjalp samtalen?: two taps, for herself and for figures over many; her caseworker never reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import queries
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.helped import helped_context, tapped
from bordenden.web.parts.talk_forms import HelpedForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import Conversation


@opens(acts.HELPED_SAY)
def talk_helped(visit: Visit[Conversation], pk: UUID) -> HttpResponse:
    """The first tap is saved at once; the second is asked after it."""
    form = HelpedForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                only_her(visit, held)
                tapped(held, form, by=visit.viewer.person, at=visit.at)
            return visit.go("talk_helped", pk)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        row = visit.reach(pk)
        only_her(visit, row)
        own = queries.own_answer(conversation=row, person=visit.viewer.person)
        context = {
            "conversation": row,
            "open": queries.may_be_judged(conversation=row, at=visit.at),
            **helped_context(row, own, name="", seen=visit.at, done_url=reverse("talk", args=[row.table_id])),
        }
        return visit.show("citizen/talk_helped.html", context, form)
