"""Det vil jeg arbejde med: up to three of what she has given a number, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.sheet_forms import WorkForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet


@opens(acts.SHEET_ANSWER)
def sheet_work(visit: Visit[Sheet], pk: UUID) -> HttpResponse:
    """Choose; then a page for each choice, the most important first."""
    with visit.reading():
        reached = visit.reach(pk)
        rated = [one for one in queries.hers(sheet=reached).with_numbers if not one.item.shielded]
        chosen = list(queries.work_on(sheet=reached))
        form = WorkForm(visit.posted, items=[one.item for one in rated])
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                items = form.ticked([one.item_id for one in chosen])
                rows = actions.choose(sheet=held, items=items, by=visit.viewer.person, at=visit.at)
            return visit.go("work_step", pk, rows[0].item_id) if rows else visit.go("sheet_done", pk)
        except NotPossible as error:
            form.add_error(None, str(error))
    ticked = form["item"].value() if form.is_bound else [str(one.item_id) for one in chosen]
    cards = [(one, str(one.item.pk) in (ticked or [])) for one in rated]
    return visit.show("citizen/sheet_work.html", {"sheet": reached, "cards": cards, "chosen": chosen}, form)
