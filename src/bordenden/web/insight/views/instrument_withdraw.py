"""Spørgsmål ud af brug: a published question is asked no more; what was answered stays."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.web.insight.drafts import listed
from bordenden.web.insight.frame import menu
from bordenden.web.insight.instrument_forms import WithdrawForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_EDIT)
def instrument_withdraw(visit: Visit[Instrument], pk: UUID) -> HttpResponse:
    """Choose one of the newest version's questions, and say why."""
    with visit.reading():
        thing = visit.reach(pk)
        form = WithdrawForm(visit.posted, _choices(thing))
        valid = form.is_valid()
    if valid:
        try:
            with visit.writing(pk) as held:
                _withdraw(visit, held, form)
            return visit.go("instrument", pk)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    return visit.show(
        "insight/instrument_withdraw.html", {"instrument": thing, "nav_items": menu("instruments")}, form
    )


def _withdraw(visit: Visit[Instrument], held: Instrument, form: WithdrawForm) -> None:
    """Both editions of the question."""
    newest = queries.newest_published(instrument=held)
    for one in listed(newest) if newest else []:
        if one.code == form.cleaned_data["code"]:
            for worded in one.editions:
                actions.withdraw(item=worded.item, why=form.cleaned_data["why"], by=visit.viewer.person, at=visit.at)


def _choices(thing: Instrument) -> list[tuple[str, str]]:
    newest = queries.newest_published(instrument=thing)
    questions = listed(newest) if newest else []
    return [(one.code, one.first.topic) for one in questions if one.in_use]
