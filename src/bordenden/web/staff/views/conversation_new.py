"""Ny samtale: when and where the caseworker and the citizen have agreed to talk."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.families.actions import each_presents
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.names import given_names
from bordenden.web.parts.talk_forms import ArrangeForm
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.CONVERSATION_SET)
def conversation_new(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """The form, or on to the conversation."""
    form = ArrangeForm(visit.posted, home=_("Hjemme hos borgeren"))
    if form.is_valid():
        starts_at, place, minutes = form.said
        try:
            with visit.writing(table) as held:
                only_staff(visit, held)
                made = actions.arrange(
                    table=held,
                    starts_at=starts_at,
                    place=place,
                    minutes=minutes,
                    form_key=form.cleaned_data["form_key"],
                    by=visit.viewer.person,
                    at=visit.at,
                )
                each_presents(table=held, by=visit.viewer.person, at=visit.at)
            return visit.go("conversation", made.pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(table)
        only_staff(visit, reached)
        name = given_names(at_the_head(table=reached, at=visit.at))
        return visit.show("staff/conversation_new.html", {"name": name, "table": reached}, form)
