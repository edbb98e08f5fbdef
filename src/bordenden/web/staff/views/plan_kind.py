"""Planens art: in a resource course her plan is its part of the rehabilitation plan, and what she chose is in it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.plans import actions
from bordenden.plans.words import PlanKind
from bordenden.web.parts.names import given_names
from bordenden.web.staff.version_forms import KindForm, kind_words
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.PLAN_KIND)
def plan_kind(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """Which, and why; she can read the reason."""
    form = KindForm(visit.posted)
    if form.is_valid():
        sent = form.cleaned_data
        try:
            with visit.writing(plan) as held:
                by = visit.viewer.person
                actions.change_kind(
                    plan=held, kind=sent["kind"], why=sent["why"], form_key=sent["form_key"], by=by, at=visit.at
                )
            return visit.go("case_versions", plan)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(plan, "table")
        context = {
            "name": given_names(at_the_head(table=reached.table, at=visit.at)),
            "plan": plan,
            "kind": kind_words(reached.kind),
            "family": reached.kind == PlanKind.FAMILY,
        }
        return visit.show("staff/plan_kind.html", context, form)
