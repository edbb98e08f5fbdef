"""Et spørgsmål i en kladde: its words for each track, its settings, and the button that removes it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.web.design.parts import StaleText
from bordenden.web.insight.drafts import draft_at
from bordenden.web.insight.frame import menu
from bordenden.web.insight.instrument_forms import ItemForm, filled
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_EDIT)
def draft_item(visit: Visit[Instrument], pk: UUID, code: str) -> HttpResponse:
    """Change it, or take it out of the draft."""
    if visit.posted is not None and "remove" in visit.posted:
        with visit.writing(pk) as held:
            actions.remove_item(draft=draft_at(held), code=code, by=visit.viewer.person, at=visit.at)
        return visit.go("draft", pk)
    stale: tuple[StaleText, ...] = ()
    with visit.reading():
        form = _form(visit, visit.reach(pk), code)
        valid = form.is_valid()
    if valid:
        try:
            with visit.writing(pk) as held:
                _change(visit, held, code, form)
            return visit.go("draft", pk)
        except NotPossible as refusal:
            stale = form.refuse(refusal)
    with visit.reading():
        context = {"instrument": visit.reach(pk), "code": code, "stale": stale, "nav_items": menu("instruments")}
        return visit.show("insight/draft_item.html", context, form)


def _form(visit: Visit[Instrument], thing: Instrument, code: str) -> ItemForm:
    kept = draft_at(thing)
    said = actions.as_said(kept, code)
    if said is None:
        raise Http404
    continues = queries.to_continue(draft=kept, code=code)
    return ItemForm(visit.posted, continues=continues, initial=filled(said, kept.edits))


def _change(visit: Visit[Instrument], held: Instrument, code: str, form: ItemForm) -> None:
    actions.change_item(
        draft=draft_at(held),
        code=code,
        said=form.said,
        edits=form.cleaned_data["edits"],
        by=visit.viewer.person,
        at=visit.at,
    )
