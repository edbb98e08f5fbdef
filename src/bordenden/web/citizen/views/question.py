"""One question of a sheet a screen: eleven buttons, two ways not to answer, and what she said before."""

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
from bordenden.web.citizen.asking import ELSEWHERE, WITHDRAWN, Way, find, onward, to_next
from bordenden.web.parts.answering import AnswerForm, seen
from bordenden.web.parts.question import QuestionPart, Sound, question_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet
    from bordenden.assessments.queries import Progress, Question

# The small script asks for the next question in the same answer, which saves a slow line one round trip.
ASKS_FOR_PART, ON, GO = "X-Part", "X-On", "X-Go"
NOTHING_TO_SHOW = 204


@opens(acts.SHEET_ANSWER)
def question(visit: Visit[Sheet], pk: UUID, item: UUID) -> HttpResponse:
    """Ask, or keep the answer and go on."""
    form = AnswerForm(visit.posted)
    if form.is_valid():
        try:
            return _go_on(visit, *_keep(visit, form, pk, item))
        except NotPossible as error:
            form.add_error(None, str(error))
    reached = visit.reach(pk, "version")
    stand = queries.hers(sheet=reached)
    if item in stand.withdrawn:
        return _past(visit, reached, stand)
    if _over(reached) and visit.posted is None:
        return visit.go("sheet_done", pk)
    context = _context(reached, stand, _asked(stand, item), said=visit.request.GET.get("sagt", ""))
    return visit.show("citizen/question.html", {**context, "frame": "design/base.html"}, form)


def _keep(visit: Visit[Sheet], form: AnswerForm, pk: UUID, item: UUID) -> tuple[Way, str]:
    """The answer is kept; where to go on, and what is said there. The last press counts, on whatever device."""
    kind, value = form.said
    with visit.writing(pk) as reached:
        before = queries.hers(sheet=reached)
        if item in before.withdrawn:
            return to_next(reached, before), WITHDRAWN
        asked = _asked(before, item)
        kept = actions.answer(
            sheet=reached, item=asked.item, kind=kind, value=value, by=visit.viewer.person, at=visit.at
        )
        stood = seen(asked.answer)
        elsewhere = stood not in (form.cleaned_data["seen"], seen(kept)) and stood != ""
        way = onward(reached, before, queries.hers(sheet=reached), asked)
    return way, ELSEWHERE if elsewhere else ""


def _go_on(visit: Visit[Sheet], way: Way, said: str) -> HttpResponse:
    """To the next page; where the script asked for it, the next question comes along at once."""
    url = f"{way.url}?sagt={said}" if said else way.url
    if ASKS_FOR_PART not in visit.request.headers:
        response = visit.go(way.page, *way.args)
        response["Location"] = url
        return response
    if way.item is None:
        return HttpResponse(status=NOTHING_TO_SHOW, headers={GO: url})
    reached = visit.reach(way.sheet)
    stand = queries.hers(sheet=reached)
    context = _context(reached, stand, _asked(stand, way.item), said=said)
    part = visit.show("citizen/question.html", {**context, "frame": "design/part.html"})
    part[ON] = url
    return part


def _past(visit: Visit[Sheet], sheet: Sheet, stand: Progress) -> HttpResponse:
    """The question is asked no more: on to the next, with a sentence."""
    return _go_on(visit, to_next(sheet, stand), WITHDRAWN)


def _over(sheet: Sheet) -> bool:
    """Finished; what was written for her she may still put right before she says yes to it."""
    return sheet.finished_at is not None and (sheet.pen_id is None or sheet.confirmed_at is not None)


def _asked(stand: Progress, item: UUID) -> Question:
    """The question about that item, or 404."""
    asked = find(stand, item)
    if asked is None:
        raise Http404
    return asked


def _context(sheet: Sheet, stand: Progress, asked: Question, *, said: str) -> dict[str, object]:
    return {
        "sheet": sheet,
        "stand": stand,
        "said": said,
        "correcting": sheet.finished_at is not None,
        "before": stand.numbered(asked.number - 1),
        "part": _part(sheet, stand, asked),
    }


def _part(sheet: Sheet, stand: Progress, asked: Question) -> QuestionPart:
    following = stand.numbered(asked.number + 1)
    args = [sheet.pk, asked.item.pk]
    sound = queries.heard(item=asked.item)
    return question_part(
        asked.item,
        number=asked.number,
        total=stand.total,
        intro=sheet.version.intro if asked.number == 1 and not stand.answered else "",
        said=_said(asked),
        following_url=Way("question", sheet.pk, following.item.pk).url
        if following
        else Way("sheet_list", sheet.pk).url,
        action=reverse("question", args=args),
        seen=seen(asked.answer),
        sound=Sound(reverse("recording", args=args), sound.artificial) if sound else None,
    )


def _said(asked: Question) -> str:
    """Her answer so far as a sentence; "" when there is none."""
    if asked.answer is None:
        return ""
    if asked.answer.kind == AnswerKind.RATED:
        return _("Du har svaret %(value)s. Du må gerne ændre det.") % {"value": asked.answer.value}
    if asked.answer.kind == AnswerKind.SKIPPED:
        return _("Du sprang over. Du må gerne svare nu.")
    return _("Du ville ikke svare. Du må gerne svare nu.")
