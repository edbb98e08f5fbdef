"""Saml planen: what is missing before she can say yes, and a draft for her to read."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.plans import actions
from bordenden.web.parts.names import given_names
from bordenden.web.parts.talk_forms import OnceForm
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.VERSION_DRAFT)
def case_version_new(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """One button; what is missing is shown with the draft."""
    form = OnceForm(visit.posted)
    if form.is_valid():
        with visit.writing(plan) as held:
            only_staff(visit, held)
            key, by = form.cleaned_data["form_key"], visit.viewer.person
            made = actions.make_draft(plan=held, form_key=key, by=by, at=visit.at)
        return visit.go("case_version", made.pk)
    with visit.reading():
        reached = visit.reach(plan, "table")
        only_staff(visit, reached)
        name = given_names(at_the_head(table=reached.table, at=visit.at))
        return visit.show("staff/case_version_new.html", {"name": name, "plan": plan}, form)
