"""Et spørgsmål læst højt: a sound file is put on a question of a draft, or taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions
from bordenden.foundation.rules import NotPossible
from bordenden.web.insight.drafts import Listed, draft_at, listed
from bordenden.web.insight.frame import menu
from bordenden.web.insight.instrument_forms import VoiceForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_EDIT)
def draft_voice(visit: Visit[Instrument], pk: UUID, code: str) -> HttpResponse:
    """One file an edition; the browser may send anything, so the bytes decide."""
    with visit.reading():
        thing = visit.reach(pk)
        question = _question(thing, code)
        editions = [(one.item.edition, one.edition) for one in question.editions]
        form = VoiceForm(visit.posted, visit.request.FILES if visit.posted is not None else None, editions)
        removing = visit.posted is not None and "remove" in visit.posted
        valid = removing or form.is_valid()
    if valid:
        try:
            with visit.writing(pk) as held:
                _keep(visit, held, code, None if removing else form)
            return visit.go("draft", pk)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    context = {"instrument": thing, "question": question, "nav_items": menu("instruments")}
    return visit.show("insight/draft_voice.html", context, form)


def _question(thing: Instrument, code: str) -> Listed:
    """The draft's question of that code, or 404."""
    found = next((one for one in listed(draft_at(thing)) if one.code == code), None)
    if found is None:
        raise Http404
    return found


def _keep(visit: Visit[Instrument], held: Instrument, code: str, form: VoiceForm | None) -> None:
    draft = draft_at(held)
    for item in (one.item for one in _question(held, code).editions):
        if form is None:
            actions.take_voice(draft=draft, item=item, by=visit.viewer.person, at=visit.at)
        elif item.edition == form.cleaned_data["edition"]:
            actions.give_voice(
                draft=draft,
                item=item,
                content=form.cleaned_data["sound"].read(),
                artificial=form.cleaned_data["artificial"],
                by=visit.viewer.person,
                at=visit.at,
            )
