"""Det har jeg klaret: every small step she has done, newest first, kept with what she thought of it herself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.plans.queries import achieved
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan, SmallStep


@dataclass(frozen=True, slots=True)
class Achievement:
    """A step she has done: her words, the day, and what she thought of it."""

    words: str
    when: str
    reflection: str


@opens(acts.PLAN_READ)
def achievements(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """Her own page; whoever else may read the plan sees the steps there."""
    reached = visit.reach(pk)
    if not visit.may(acts.STATEMENT_WRITE, reached):
        raise Http404
    page = cut(achieved(plan=reached), visit.request.GET.get("side"))
    context = {
        "plan": pk,
        "table": reached.table_id,
        "achievements": [_achievement(step) for step in page.rows],
        "pager": page.pager,
        "today": day(visit.at),
    }
    return visit.show("citizen/achievements.html", context)


def _achievement(step: SmallStep) -> Achievement:
    return Achievement(step.words, day(step.done_at) if step.done_at else "", step.reflection)
