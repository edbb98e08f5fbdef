"""Indledningen til en kladde: the words before the first question, and what is new in this version."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions
from bordenden.foundation.rules import NotPossible
from bordenden.web.design.parts import StaleText
from bordenden.web.insight.drafts import draft_at
from bordenden.web.insight.frame import menu
from bordenden.web.insight.instrument_forms import IntroForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_EDIT)
def draft_intro(visit: Visit[Instrument], pk: UUID) -> HttpResponse:
    """Two fields; somebody else's newer text is shown beside one's own."""
    form = IntroForm(visit.posted)
    stale: tuple[StaleText, ...] = ()
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                actions.reword(draft=draft_at(held), by=visit.viewer.person, at=visit.at, **form.cleaned_data)
            return visit.go("draft", pk)
        except NotPossible as refusal:
            stale = form.refuse(refusal)
    with visit.reading():
        thing = visit.reach(pk)
        kept = draft_at(thing)
        form.initial = {"intro": kept.intro, "changes": kept.changes, "edits": kept.edits}
        context = {"instrument": thing, "stale": stale, "nav_items": menu("instruments")}
        return visit.show("insight/draft_intro.html", context, form)
