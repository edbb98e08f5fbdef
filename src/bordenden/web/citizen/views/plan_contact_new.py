"""Skriv en mere på listen: somebody she can call."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.around_forms import WhomForm
from bordenden.web.parts.reader import reader_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.PLAN_CONTACT_SET)
def plan_contact_new(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """They stand last; she moves them where she wants them."""
    form = WhomForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                only_her(visit, held)
                actions.set_contact(plan=held, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
            return visit.go("around", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        plan = visit.reach(pk)
        only_her(visit, plan)
        return visit.show("citizen/plan_contact_new.html", {"plan": pk, "reader": reader_of(plan, visit.at)}, form)
