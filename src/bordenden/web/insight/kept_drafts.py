"""The keeper's forms keep what is typed, like every long form: the draft is offered, never filled in by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms

from bordenden.web.parts.drafts import draft_offers
from bordenden.web.threshold.drafting import draft_address, draft_for

if TYPE_CHECKING:
    from bordenden.web.threshold.drafting import AtATable, DraftedForm
    from bordenden.web.threshold.visit import Visit


def drafts_beside(
    visit: Visit[Any], form: DraftedForm, code: str, thing: AtATable, *, texts: Sequence[str], new: bool = False
) -> dict[str, object]:
    """What the page shows of drafts; one that was asked for is filled into the form. One query for an empty form."""
    drafted = None if form.is_bound else draft_for(visit, code, thing, new=new)
    if drafted:
        usual = {**form.initial, **(_unticked(form) if drafted.chosen else {})}
        form.initial = drafted.initial(**usual)
    address = draft_address(visit)
    return {
        "offers": draft_offers(drafted, texts=texts, draft_url=address, seen=visit.at),
        "draft_url": address,
    }


def _unticked(form: DraftedForm) -> dict[str, object]:
    """A box without a tick is not sent: what the draft does not name was not ticked, whatever stands now."""
    boxes = (forms.BooleanField, forms.MultipleChoiceField)
    return {name: None for name, field in form.fields.items() if isinstance(field, boxes)}
