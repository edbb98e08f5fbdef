"""Ny samtale: she writes down when they have agreed to talk."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from bordenden.access import acts
from bordenden.families.actions import each_presents
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions
from bordenden.pathways.queries import beside_her
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.talk_forms import ArrangeForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

HOME = _("Hjemme hos mig")


@opens(acts.CONVERSATION_SET)
def talk_new(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """When and where."""
    form = ArrangeForm(visit.posted, home=HOME)
    if form.is_valid():
        starts_at, place, minutes = form.said
        try:
            with visit.writing(pk) as held:
                only_her(visit, held)
                actions.arrange(
                    table=held,
                    starts_at=starts_at,
                    place=place,
                    minutes=minutes,
                    form_key=form.cleaned_data["form_key"],
                    by=visit.viewer.person,
                    at=visit.at,
                )
                each_presents(table=held, by=visit.viewer.person, at=visit.at)
            return visit.go("talk", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        table = visit.reach(pk)
        only_her(visit, table)
        answers = beside_her(thing=table, at=visit.at).answers
        context = {"table": table, "staff": answers.given_name if answers else ""}
        return visit.show("citizen/talk_new.html", context, form)
