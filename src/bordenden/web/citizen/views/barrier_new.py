"""Det, der gør det svært: one thing more, of what she wants to work on or free, in her own words."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments.queries import working_on
from bordenden.assessments.words import spoken
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions
from bordenden.web.citizen.goal_forms import HardForm
from bordenden.web.parts.reader import reader_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.BARRIER_SET)
def barrier_new(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """The same form sent twice says it once."""
    with visit.reading():
        plan = visit.reach(pk, "table")
        choices = [(row.item.code, spoken(row.item.topic)) for row in working_on(table=plan.table)]
        reader = reader_of(plan, visit.at)
    form = HardForm(visit.posted, choices=choices)
    if form.is_valid():
        try:
            sent = form.cleaned_data
            with visit.writing(pk) as held:
                actions.set_barrier(
                    plan=held,
                    words=sent["words"],
                    form_key=sent["form_key"],
                    area=sent["area"],
                    item=sent.get("item", ""),
                    by=visit.viewer.person,
                    at=visit.at,
                )
            return visit.go("plan", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    return visit.show("citizen/barrier_new.html", {"plan": pk, "reader": reader}, form)
