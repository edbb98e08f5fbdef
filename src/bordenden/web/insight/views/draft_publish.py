"""Se efter og udgiv: what is wrong with the draft, or what it changes, and the button that publishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.web.insight.drafts import draft_at, told
from bordenden.web.insight.frame import menu
from bordenden.web.insight.instrument_forms import ButtonForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_EDIT)
def draft_publish(visit: Visit[Instrument], pk: UUID) -> HttpResponse:
    """Published is what was looked at: an edit in between is told."""
    form = ButtonForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                edits = form.cleaned_data["edits"]
                actions.publish(draft=draft_at(held), edits=edits, by=visit.viewer.person, at=visit.at)
            return visit.go("instrument", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        thing = visit.reach(pk)
        kept = draft_at(thing)
        form.initial = {"edits": kept.edits}
        comparison = queries.compare(old=queries.newest_published(instrument=thing), new=kept)
        context = {
            "instrument": thing,
            "draft": kept,
            "faults": actions.faults_of(kept),
            "told": told(comparison),
            "same": comparison.same,
            "nav_items": menu("instruments"),
        }
        return visit.show("insight/draft_publish.html", context, form)
