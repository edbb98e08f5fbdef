"""Foreslå, hvordan I holder kontakt: nothing changes before she says so."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions, queries
from bordenden.plans.actions import ContactForm
from bordenden.web.parts.around import agreed_part, form_line
from bordenden.web.parts.around_forms import TouchForm
from bordenden.web.staff.views.case_around import name_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.CONTACT_FORM_PROPOSE)
def contact_form_propose(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """The form; while she has not answered, what is proposed stands there instead."""
    form = TouchForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(plan) as held:
                said, by = ContactForm(**form.said), visit.viewer.person
                actions.propose_contact(
                    plan=held, form=said, form_key=form.cleaned_data["form_key"], by=by, at=visit.at
                )
            return visit.go("case_around", plan)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(plan, "table", "owner")
        agreed, proposed = queries.contact_agreement_of(plan=reached), queries.proposed_contact(plan=reached)
        context = {
            "name": name_of(reached, visit),
            "plan": plan,
            "agreed": agreed_part(agreed) if agreed else None,
            "proposed": form_line(proposed) if proposed else "",
        }
        return visit.show("staff/contact_form_propose.html", context, form)
