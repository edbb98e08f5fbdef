"""Skriv på dagsordenen: a line of the caseworker's beside hers."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions, queries
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.names import given_names
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.staff.talk_words import topic_form
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.AGENDA_WRITE)
def agenda_new(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """It stands last; she decides where it belongs."""
    form = topic_form(visit.posted, "")
    if form.is_valid():
        sent, by = form.cleaned_data, visit.viewer.person
        try:
            with visit.writing(table) as held:
                only_staff(visit, held)
                actions.put_on_agenda(table=held, words=sent["words"], form_key=sent["form_key"], by=by, at=visit.at)
                coming = queries.next_conversation(table=held, at=visit.at)
            return visit.go("conversation", coming.pk) if coming else visit.go("conversations", table)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(table)
        only_staff(visit, reached)
        name = given_names(at_the_head(table=reached, at=visit.at))
        asked = form if form.is_bound else topic_form(None, name)
        return visit.show("staff/agenda_new.html", {"name": name, "table": reached}, asked)
