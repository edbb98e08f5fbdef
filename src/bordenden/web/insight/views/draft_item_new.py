"""Nyt spørgsmål i en kladde; it is put at the end and can be moved."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.assessments.words import Area
from bordenden.foundation.rules import NotPossible
from bordenden.web.insight.drafts import draft_at
from bordenden.web.insight.frame import menu
from bordenden.web.insight.instrument_forms import ItemForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_EDIT)
def draft_item_new(visit: Visit[Instrument], pk: UUID) -> HttpResponse:
    """The words of the question, and its settings."""
    with visit.reading():
        thing = visit.reach(pk)
        kept = draft_at(thing)
        area = Area.LOCAL if thing.municipality_id else Area.SELF
        continues = queries.to_continue(draft=kept, code="")
        form = ItemForm(visit.posted, continues=continues, initial={"edits": kept.edits, "area": area})
        valid = form.is_valid()
    if valid:
        try:
            with visit.writing(pk) as held:
                actions.add_item(draft=draft_at(held), said=form.said, by=visit.viewer.person, at=visit.at)
            return visit.go("draft", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    context = {"instrument": thing, "nav_items": menu("instruments")}
    return visit.show("insight/draft_item_new.html", context, form)
