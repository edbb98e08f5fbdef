"""Skriv en på listen: somebody she can call; she decides the order, and may take them off."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions
from bordenden.web.parts.around_forms import WhomForm
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.staff.views.case_around import name_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.PLAN_CONTACT_SET)
def case_plan_contact(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """A department, the guidance, a provider, somebody else."""
    form = WhomForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(plan) as held:
                only_staff(visit, held)
                actions.set_contact(plan=held, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
            return visit.go("case_around", plan)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(plan, "table", "owner")
        only_staff(visit, reached)
        return visit.show("staff/case_plan_contact.html", {"name": name_of(reached, visit), "plan": plan}, form)
