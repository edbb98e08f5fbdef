"""Bo skrev for dig: is it right? Yes, put right, or not her words at all; until then it is not hers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions, queries
from bordenden.web.citizen.goal_forms import RightForm
from bordenden.web.design.parts import StaleText
from bordenden.web.parts.plan_waiting import penned_part
from bordenden.web.parts.reader import reader_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Penned


@opens(acts.PENNED_ANSWER)
def penned(visit: Visit[Penned], pk: UUID) -> HttpResponse:
    """What was written, and beside it what she says herself today, if she does."""
    form = RightForm(visit.posted)
    stale: tuple[StaleText, ...] = ()
    if visit.posted is not None and visit.posted.get("right") == "no":
        with visit.writing(pk) as held:
            actions.refuse_penned(penned=held, by=visit.viewer.person, at=visit.at)
        return visit.go("plan", held.plan_id)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                actions.confirm_penned(penned=held, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
            return visit.go("plan", held.plan_id)
        except NotPossible as refusal:
            stale = form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(pk, "pen", "goal", "plan")
        hers, version = queries.hers_now(penned=reached)
        form.initial = {"words": reached.words, "version": version}
        context = {
            "part": penned_part(reached),
            "hers": hers,
            "version": version,
            "stale": stale,
            "waits": not reached.answer,
            "answer": reached.get_answer_display(),
            "plan": reached.plan_id,
            "reader": reader_of(reached, visit.at),
        }
        return visit.show("citizen/penned.html", context, form)
