"""Kan det lykkes? She says herself how sure she is of a goal, and what it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions, queries
from bordenden.web.citizen.goal_forms import CheckForm
from bordenden.web.design.parts import Event
from bordenden.web.parts.paging import cut
from bordenden.web.parts.reader import reader_of
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Goal


@opens(acts.GOAL_CHECK)
def goal_check(visit: Visit[Goal], pk: UUID) -> HttpResponse:
    """Her newest look counts; the earlier ones are kept."""
    form = CheckForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                actions.check_goal(goal=held, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
            return visit.go("goal", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(pk)
        page = cut(queries.checks(goal=reached), visit.request.GET.get("side"))
        context = {
            "goal": reached,
            "earlier": [
                Event(day(row.checked_at), _("%(sure)d af 10") % {"sure": row.sure}, row.takes) for row in page.rows
            ],
            "pager": page.pager,
            "reader": reader_of(reached, visit.at),
        }
        return visit.show("citizen/goal_check.html", context, form)
