"""Givet videre: on which day, and how, the printed plan came into her hands."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.plans import actions
from bordenden.plans.queries import handovers_of
from bordenden.web.parts.names import given_names
from bordenden.web.parts.version_page import given_words
from bordenden.web.parts.version_print import standing_of
from bordenden.web.staff.version_forms import HandoverForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import PlanVersion


@opens(acts.HANDOVER_NOTE)
def handover_new(visit: Visit["PlanVersion"], version: UUID) -> HttpResponse:
    """Today, unless another day is said."""
    form = HandoverForm(visit.posted, initial={"on": localdate(visit.at)})
    if form.is_valid():
        sent = form.cleaned_data
        try:
            with visit.writing(version) as held:
                by = visit.viewer.person
                actions.hand_over(
                    version=held, on=sent["on"], how=sent["how"], form_key=sent["form_key"], by=by, at=visit.at
                )
            return visit.go("case_version", version)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(version, "table")
        context = {
            "name": given_names(at_the_head(table=reached.table, at=visit.at)),
            "pk": version,
            "number": reached.number,
            "stands": standing_of(reached),
            "agreed": reached.agreed_at is not None,
            "given": [given_words(one) for one in handovers_of(version=reached)],
        }
        return visit.show("staff/handover_new.html", context, form)
