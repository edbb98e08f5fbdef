"""Pennen: the caseworker types while she speaks; it is hers when she has said that it is right."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.plans import actions, queries
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.names import given_names
from bordenden.web.staff.pen_form import PenForm
from bordenden.web.staff.speaking import who_speaks
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan

DRAFT = "plan.pen"


@opens(acts.PLAN_PEN)
def pen(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """What she says, typed for her; her own words stand until she answers."""
    with visit.reading():
        reached = visit.reach(plan, "table")
        goals = {str(goal.pk): goal for goal in queries.goals(plan=reached) if goal.let_go_at is None}
        name = given_names(at_the_head(table=reached.table, at=visit.at))
        drafted = draft_for(visit, DRAFT, reached, new=True) if visit.posted is None else None
    form = PenForm(visit.posted, goals=goals, initial=drafted.initial() if drafted else None)
    if form.is_valid():
        with form.heeding(visit), visit.writing(plan) as held:
            speaker = who_speaks(held.table, visit.at)
            actions.write_for_her(plan=held, by=speaker, pen=visit.viewer.person, at=visit.at, **form.spoken())
            close_draft(visit)
            return visit.go("case_plan", plan)
    context = {
        "name": name,
        "plan": plan,
        "offers": draft_offers(drafted, texts=("words",), draft_url=draft_address(visit), seen=visit.at),
        "draft_url": draft_address(visit),
    }
    return visit.show("staff/pen.html", context, form)


pen_draft = drafts_of(pen, DRAFT)
