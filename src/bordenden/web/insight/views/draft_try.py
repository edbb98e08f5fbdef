"""Prøv kladden: somebody goes through it as she would, and says in the end what it was like."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.web.insight.drafts import draft_at
from bordenden.web.insight.frame import menu
from bordenden.web.insight.instrument_forms import WholeRunForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_TRY)
def draft_try(visit: Visit[Instrument], pk: UUID) -> HttpResponse:
    """Begin or go on; or say something on the whole and end it."""
    form = WholeRunForm(visit.posted if visit.posted is not None and "on_the_whole" in visit.posted else None)
    if visit.posted is not None and (form.is_valid() or not form.is_bound):
        try:
            with visit.writing(pk) as held:
                run = actions.begin_run(draft=draft_at(held), by=visit.viewer.person, at=visit.at)
                if form.is_bound:
                    actions.finish_run(run=run, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
            return visit.go("instrument", pk) if form.is_bound else visit.go("draft_try_item", pk, 1)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        thing = visit.reach(pk)
        draft = draft_at(thing)
        under_way = queries.run_of(draft=draft, by=visit.viewer.person)
        context = {"instrument": thing, "run": under_way, "nav_items": menu("instruments")}
        return visit.show("insight/draft_try.html", context, form)
