"""Et spørgsmål i en prøve: as she meets it, and then whether it could be understood; the answer is not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.web.insight.drafts import draft_at
from bordenden.web.insight.frame import menu
from bordenden.web.insight.instrument_forms import RemarkForm
from bordenden.web.parts.question import question_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument, Item, TestRun


@opens(acts.INSTRUMENT_TRY)
def draft_try_item(visit: Visit[Instrument], pk: UUID, number: int) -> HttpResponse:
    """A pressed answer opens the two questions about it; what was said of it leads on to the next."""
    sent = visit.posted if visit.posted is not None and "answer" not in visit.posted else None
    form = RemarkForm(sent)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                run, items = _under_way(visit, held, number)
                _remark(visit, run, items[number - 1], form)
            return visit.go("draft_try_item", pk, number + 1) if number < len(items) else visit.go("draft_try", pk)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        thing = visit.reach(pk)
        run, items = _under_way(visit, thing, number)
        intro = run.version.intro if number == 1 else ""
        context = {
            "instrument": thing,
            "part": question_part(items[number - 1], number=number, total=len(items), intro=intro),
            "tried": visit.posted is not None,
            "remark": queries.remarks_of(run=run).get(items[number - 1].code),
            "nav_items": menu("instruments"),
        }
        return visit.show("insight/draft_try_item.html", context, form)


def _under_way(visit: Visit[Instrument], thing: Instrument, number: int) -> tuple[TestRun, list[Item]]:
    """The run one is in the middle of, and its questions; 404 for a number it does not have."""
    draft = draft_at(thing)
    run = queries.run_of(draft=draft, by=visit.viewer.person)
    items = queries.items_in(version=draft, edition="")
    if run is None or not 1 <= number <= len(items):
        raise Http404
    return run, items


def _remark(visit: Visit[Instrument], run: TestRun, item: Item, form: RemarkForm) -> None:
    actions.remark(
        run=run,
        code=item.code,
        clear=form.cleaned_data["clear"] == "yes",
        words=form.cleaned_data["words"],
        by=visit.viewer.person,
        at=visit.at,
    )
