"""Stå inde for din del: a professional she has opened the plan for stands by the part of their own area."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.plans import actions
from bordenden.web.guest.frame import menu
from bordenden.web.parts.approving import ApproveForm, approvals_part
from bordenden.web.parts.names import given_names
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.PART_APPROVE)
def guest_approve(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """One button an own area, and who has done so."""
    form = ApproveForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                area, by = form.cleaned_data["area"], visit.viewer.person
                actions.approve_part(plan=held, area=area, by=by, at=visit.at)
            return visit.go("guest_approve", pk)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        reached = visit.reach(pk, "table")
        context = {
            "plan": pk,
            "owner": whose(given_names(at_the_head(table=reached.table, at=visit.at))),
            "part": approvals_part(reached, visit.viewer.person, at=visit.at),
            "nav_items": menu(),
        }
        return visit.show("guest/guest_approve.html", context, form)
