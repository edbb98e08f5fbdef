"""One question of Min vurdering a screen: eleven buttons, two ways not to answer, and what she said before."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.assessments.words import AnswerKind
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.forms import AnswerForm
from bordenden.web.parts.question import question_part
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
    following = reverse("question", args=[sheet.pk, number + 1]) if number < stand.total else ""
    part = question_part(
        asked.item,
        number=number,
        total=stand.total,
        intro=sheet.version.intro if number == 1 else "",
        said=_said(asked),
        following_url=following or reverse("sheet_done", args=[sheet.pk]),
    )
    return {"sheet": sheet, "before": stand.numbered(number - 1), "part": part}


def _said(asked: Question) -> str:
    """Her answer so far as a sentence; "" when there is none."""
    if asked.answer is None:
        return ""
    if asked.answer.kind == AnswerKind.RATED:
        return _("Du har svaret %(value)s. Du må gerne ændre det.") % {"value": asked.answer.value}
    if asked.answer.kind == AnswerKind.SKIPPED:
        return _("Du sprang over. Du må gerne svare nu.")
    return _("Du ville ikke svare. Du må gerne svare nu.")
