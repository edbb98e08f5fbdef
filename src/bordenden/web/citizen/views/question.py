"""One question of Min vurdering a screen: eleven buttons, two ways not to answer, and what she said before."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.assessments.words import spoken
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.forms import AnswerForm
from bordenden.web.design.parts import Anchor, Scale
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet
    from bordenden.assessments.queries import Progress, Question


@opens(acts.SHEET_ANSWER)
def question(visit: Visit[Sheet], pk: UUID, number: int) -> HttpResponse:
    """Ask, or keep the answer and go on to the next."""
    form = AnswerForm(visit.posted)
    if form.is_valid():
        kind, value = form.said
        try:
            with visit.writing(pk) as reached:
                stand = queries.hers(sheet=reached)
                item = _asked(stand, number).item
                actions.answer(sheet=reached, item=item, kind=kind, value=value, by=visit.viewer.person, at=visit.at)
            return visit.go("question", pk, number + 1) if number < stand.total else visit.go("sheet_done", pk)
        except NotPossible as error:
            form.add_error(None, str(error))
    reached = visit.reach(pk)
    if reached.finished_at is not None and visit.posted is None:
        return visit.go("sheet_done", pk)
    return visit.show("citizen/question.html", _context(reached, number), form)


def _asked(stand: Progress, number: int) -> Question:
    """The question with that number, or 404."""
    asked = stand.numbered(number)
    if asked is None:
        raise Http404
    return asked


def _context(sheet: Sheet, number: int) -> dict[str, object]:
    stand = queries.hers(sheet=sheet)
    asked = _asked(stand, number)
    before = stand.numbered(number - 1)
    item = asked.item
    anchors = (Anchor(0, spoken(item.low)), Anchor(5, spoken(item.middle)), Anchor(10, spoken(item.high)))
    return {
        "sheet": sheet,
        "asked": asked,
        "stand": stand,
        "before": before,
        "following": stand.numbered(number + 1),
        "intro": sheet.version.intro if number == 1 else "",
        "scale": Scale(name="answer", anchors=anchors, labelled_by="question"),
    }
