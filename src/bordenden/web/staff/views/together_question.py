"""One question while the caseworker writes: she speaks, he presses."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.answering import AnswerForm
from bordenden.web.parts.names import given_names
from bordenden.web.parts.question import scale_of
from bordenden.web.staff.speaking import who_speaks, written_by
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet
    from bordenden.assessments.queries import Progress, Question
    from bordenden.pathways.models import Table


@opens(acts.SHEET_PEN)
def together_question(visit: Visit[Table], table: UUID, item: UUID) -> HttpResponse:
    """A question that is not asked here, or of another's round, is not there."""
    form = AnswerForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(table) as held:
                following = _keep(visit, held, item, form)
            return (
                visit.go("together_question", table, following.item.pk) if following else visit.go("together", table)
            )
        except NotPossible as error:
            form.add_error(None, str(error))
    reached = visit.reach(table)
    stand = queries.as_penned(sheet=_own(visit, reached))
    asked = _asked(stand, item)
    context = {
        "table": reached,
        "name": given_names(at_the_head(table=reached, at=visit.at)),
        "asked": asked,
        "stand": stand,
        "before": stand.numbered(asked.number - 1),
        "scale": scale_of(asked.item),
    }
    return visit.show("staff/together_question.html", context, form)


def _keep(visit: Visit[Table], table: Table, item: UUID, form: AnswerForm) -> Question | None:
    """What she said, written down; the next question that nothing is said to yet."""
    sheet = _own(visit, table)
    asked = _asked(queries.as_penned(sheet=sheet), item)
    (kind, value), pen = form.said, visit.viewer.person
    speaker = who_speaks(table, visit.at)
    actions.answer(sheet=sheet, item=asked.item, kind=kind, value=value, by=speaker, pen=pen, at=visit.at)
    return queries.as_penned(sheet=sheet).next_after(asked)


def _own(visit: Visit[Table], table: Table) -> Sheet:
    sheet = written_by(table, visit.viewer.person)
    if sheet is None:
        raise Http404
    return sheet


def _asked(stand: Progress, item: UUID) -> Question:
    asked = next((question for question in stand.questions if question.item.pk == item), None)
    if asked is None:
        raise Http404
    return asked
