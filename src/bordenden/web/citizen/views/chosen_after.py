"""Hvordan gik det: her own view of something that is over, asked for once."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions
from bordenden.plans.words import OVER
from bordenden.web.citizen.chosen_forms import OutcomeForm
from bordenden.web.design.parts import StaleText
from bordenden.web.parts.reader import reader_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Chosen


@opens(acts.CHOSEN_STEER)
def chosen_after(visit: Visit[Chosen], pk: UUID) -> HttpResponse:
    """Three questions, of which one is enough; or a no, and she is not asked again. Not before it is over."""
    if visit.request.POST.get("do") == "let_be":
        with visit.writing(pk) as held:
            actions.let_be(chosen=held, by=visit.viewer.person, at=visit.at)
        return visit.go("table", held.table_id)
    form = OutcomeForm(visit.posted)
    stale: tuple[StaleText, ...] = ()
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                actions.say_outcome(chosen=held, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
            return visit.go("chosen", pk)
        except NotPossible as refusal:
            stale = form.refuse(refusal)
    with visit.reading():
        row = visit.reach(pk, "offer")
        if row.status not in OVER:
            return visit.go("chosen", pk)
        form.initial = {
            "outcome": row.outcome,
            "hit_right": row.hit_right,
            "words": row.outcome_words,
            "version": row.version,
        }
        context = {"row": row, "title": row.title, "stale": stale, "reader": reader_of(row, visit.at)}
        return visit.show("citizen/chosen_after.html", context, form)
