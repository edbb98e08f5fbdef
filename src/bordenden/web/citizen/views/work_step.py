"""One thing she wants to work on: her next small step, into the plan if she likes, and a number she wishes for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.assessments.words import Sharing
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions as plans
from bordenden.web.citizen.sheet_forms import WorkStepForm
from bordenden.web.parts.reader import ONLY_YOU, reader_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet, WorkOn


@opens(acts.SHEET_ANSWER)
def work_step(visit: Visit[Sheet], pk: UUID, item: UUID) -> HttpResponse:
    """Both fields may stay empty; "Det her er vigtigst" puts it first."""
    form = WorkStepForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                rows = _save(visit, held, item, form.cleaned_data)
            following = _after(rows, item)
            return visit.go("work_step", pk, following.item_id) if following else visit.go("sheet_done", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(pk)
        rows = list(queries.work_on(sheet=reached))
        choice = _this(rows, item)
        if not form.is_bound:
            form = WorkStepForm(initial={"words": choice.step_words, "wish": choice.wish})
        context = {
            "sheet": reached,
            "choice": choice,
            "many": len(rows) > 1,
            "is_first": rows[0] == choice,
            "reader": ONLY_YOU if reached.sharing == Sharing.KEPT else reader_of(reached, visit.at),
        }
        return visit.show("citizen/work_step.html", context, form)


def _save(visit: Visit[Sheet], sheet: Sheet, item: UUID, sent: dict[str, Any]) -> list[WorkOn]:
    """What she wrote about this choice; with one tick her step stands in the plan as well."""
    by, at = visit.viewer.person, visit.at
    choice = _this(list(queries.work_on(sheet=sheet)), item)
    actions.next_step(choice=choice, words=sent["words"], wish=sent["wish"], by=by, at=at)
    if sent["first"]:
        actions.put_first(choice=choice, by=by, at=at)
    if sent["into_plan"] and sent["words"].strip():
        plan = plans.begin(table=sheet.table, by=by, at=at)
        if not visit.may(acts.STEP_SET, plan):
            raise Http404
        plans.set_step(plan=plan, words=sent["words"], form_key=sent["form_key"], by=by, at=at)
    return list(queries.work_on(sheet=sheet))


def _this(rows: list[WorkOn], item: UUID) -> WorkOn:
    choice = next((row for row in rows if row.item_id == item), None)
    if choice is None:
        raise Http404
    return choice


def _after(rows: list[WorkOn], item: UUID) -> WorkOn | None:
    """The next choice without a word yet, after this one."""
    return next((row for row in rows if row.item_id != item and not row.step_words and row.wish is None), None)
