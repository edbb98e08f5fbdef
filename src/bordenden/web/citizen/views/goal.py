"""Mit mål: she says it in other words when she sees it differently; every earlier wording is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions, queries
from bordenden.web.citizen.plan_forms import RewordForm
from bordenden.web.design.parts import Event, StaleText
from bordenden.web.parts.paging import cut
from bordenden.web.parts.reader import reader_of
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Goal


@opens(acts.GOAL_REWORD)
def goal(visit: Visit[Goal], pk: UUID) -> HttpResponse:
    """One goal, its words and their history."""
    form = RewordForm(visit.posted)
    stale: tuple[StaleText, ...] = ()
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                actions.reword_goal(goal=held, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
            return visit.go("plan", held.plan_id)
        except NotPossible as refusal:
            stale = form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(pk)
        form.initial = {"words": reached.words, "version": reached.version}
        page = cut(queries.wordings(goal=reached), visit.request.GET.get("side"))
        context = {
            "stale": stale,
            "goal": pk,
            "history": [Event(day(row.written_at), row.words) for row in page.rows],
            "pager": page.pager,
            "plan": reached.plan_id,
            "reader": reader_of(reached, visit.at),
        }
        return visit.show("citizen/goal.html", context, form)
