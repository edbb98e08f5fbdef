"""Stå inde for din del: the caseworker stands by the part of the agreed plan that is of their own area."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions
from bordenden.web.parts.approving import ApproveForm, approvals_part
from bordenden.web.parts.said_when import whose
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.staff.views.case_around import name_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.PART_APPROVE)
def part_approve(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """One button an own area, and who has done so."""
    form = ApproveForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(plan) as held:
                only_staff(visit, held)
                actions.approve_part(plan=held, area=form.cleaned_data["area"], by=visit.viewer.person, at=visit.at)
            return visit.go("part_approve", plan)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        reached = visit.reach(plan, "table", "owner")
        only_staff(visit, reached)
        part = approvals_part(reached, visit.viewer.person, at=visit.at)
        context = {"owner": whose(name_of(reached, visit)), "plan": plan, "part": part}
        return visit.show("staff/part_approve.html", context, form)
