"""One thing that makes it hard: said differently, become easier, taken off, or a small step set from it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions, queries
from bordenden.web.citizen.goal_forms import HardRewordForm
from bordenden.web.design.parts import Event, StaleText
from bordenden.web.parts.paging import cut
from bordenden.web.parts.reader import reader_of
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Barrier

EASED = {"eased": True, "not_eased": False}
LET_GO = "let_go"


@opens(acts.BARRIER_CHANGE)
def barrier(visit: Visit[Barrier], pk: UUID) -> HttpResponse:
    """Every wording is kept; a later wording's address leads nowhere, the first is the thing itself."""
    do = visit.posted.get("do", "") if visit.posted is not None else ""
    if do == LET_GO or do in EASED:
        return _marked(visit, pk, do)
    form = HardRewordForm(visit.posted)
    stale: tuple[StaleText, ...] = ()
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                actions.reword_barrier(barrier=held, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
            return visit.go("plan", held.plan_id)
        except NotPossible as refusal:
            stale = form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(pk)
        if reached.rewords_id is not None:
            raise Http404
        now = queries.hard_thing(barrier=reached)
        form.initial = {"words": now.words, "version": now.version, "area": now.area}
        page = cut(queries.barrier_wordings(barrier=reached), visit.request.GET.get("side"))
        context = {
            "barrier": reached,
            "words": now.words,
            "stale": stale,
            "eased_on": day(reached.eased_at) if reached.eased_at else "",
            "history": [Event(day(row.set_at), row.words) for row in page.rows],
            "pager": page.pager,
            "plan": reached.plan_id,
            "reader": reader_of(reached, visit.at),
        }
        return visit.show("citizen/barrier.html", context, form)


def _marked(visit: Visit[Barrier], pk: UUID, do: str) -> HttpResponse:
    by, at = visit.viewer.person, visit.at
    with visit.writing(pk) as held:
        if do == LET_GO:
            actions.let_go_of_barrier(barrier=held, by=by, at=at)
        else:
            actions.ease_barrier(barrier=held, eased=EASED[do], by=by, at=at)
    return visit.go("plan", held.plan_id) if do == LET_GO else visit.go("barrier", pk)
