"""Det, teamet anbefaler: a dated record of who took part and what they said; it changes no word of hers."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.plans import actions, queries
from bordenden.web.design.parts import Event
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import on_day
from bordenden.web.staff.around_forms import AdviceForm
from bordenden.web.staff.views.case_around import name_of
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan, TeamAdvice

DRAFT = "team_advice"
GOALS = 20


@opens(acts.TEAM_ADVISE)
def team_advice(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """The form where the municipality uses a team, and what was said before."""
    with visit.reading():
        reached = visit.reach(plan, "table", "owner")
        goals = list(queries.goals(plan=reached)[:GOALS])
        form = AdviceForm(visit.posted, goals=goals)
    if form.is_valid():
        with form.heeding(visit), visit.writing(plan) as held:
            actions.note_team_advice(plan=held, by=visit.viewer.person, at=visit.at, **form.said)
            close_draft(visit)
            return visit.go("team_advice", plan)
    with visit.reading():
        page = cut(queries.team_advice_of(plan=reached), visit.request.GET.get("side"))
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached, new=True)
        if drafted:
            form = AdviceForm(initial=drafted.initial(), goals=goals)
        context = {
            "name": name_of(reached, visit),
            "plan": plan,
            "uses_team": queries.rules_for(plan=reached).uses_team,
            "history": [
                Event(on_day(row.on), ", ".join(str(area.label) for area in row.areas), row.words)
                for row in page.rows
            ],
            "pager": page.pager,
            "offers": draft_offers(drafted, texts=("words",), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
        }
        return visit.show("staff/team_advice.html", context, form)


def _areas(advice: "TeamAdvice") -> str:
    return ", ".join(str(area.label) for area in advice.areas)


team_advice_draft = drafts_of(team_advice, DRAFT)
