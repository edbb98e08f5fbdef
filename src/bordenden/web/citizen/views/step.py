"""One small step: she says when it is done, and may take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.plans import actions, queries
from bordenden.plans.words import StepOwner
from bordenden.web.citizen.plan_forms import MarkForm
from bordenden.web.design.parts import Event
from bordenden.web.parts.paging import cut
from bordenden.web.parts.reader import reader_of
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import SmallStep, StepMark


@opens(acts.STEP_MARK)
def step(visit: Visit[SmallStep], pk: UUID) -> HttpResponse:
    """The step, its mark, and the history of its marks."""
    form = MarkForm(visit.posted)
    if form.is_valid():
        with visit.writing(pk) as held:
            actions.mark_step(step=held, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
        return visit.go("plan", held.plan_id)
    with visit.reading():
        reached = visit.reach(pk, "goal")
        page = cut(queries.marks(step=reached), visit.request.GET.get("side"))
        context = {
            "words": reached.words,
            "owner": "" if reached.owner == StepOwner.CITIZEN else reached.get_owner_display(),
            "goal": reached.goal.words if reached.goal else "",
            "done_on": day(reached.done_at) if reached.done_at else "",
            "reflection": reached.reflection,
            "history": [_event(mark) for mark in page.rows],
            "pager": page.pager,
            "plan": reached.plan_id,
            "reader": reader_of(reached, visit.at),
        }
        return visit.show("citizen/step.html", context, form)


def _event(mark: StepMark) -> Event:
    return Event(day(mark.marked_at), _("Gjort") if mark.done else _("Taget tilbage"), mark.reflection)
