"""Det vil jeg tale om: one line more on the list."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions
from bordenden.web.citizen.her_door import only_her
from bordenden.web.citizen.talk_words import topic_form
from bordenden.web.parts.reader import reader_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.AGENDA_WRITE)
def talk_topic(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """It stands last, and waits for the next conversation."""
    form = topic_form(visit.posted)
    if form.is_valid():
        sent, by = form.cleaned_data, visit.viewer.person
        try:
            with visit.writing(pk) as held:
                only_her(visit, held)
                actions.put_on_agenda(table=held, words=sent["words"], form_key=sent["form_key"], by=by, at=visit.at)
            return visit.go("talk", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        table = visit.reach(pk)
        only_her(visit, table)
        return visit.show(
            "citizen/talk_topic.html",
            {"table": table, "reader": reader_of(table, visit.at)},
            form,
        )
