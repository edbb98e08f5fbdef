"""Svar på et spørgsmål: what she asked, by when she was promised an answer, and the answer she reads."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.contactlog import actions
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.help import help_part
from bordenden.web.staff.help_forms import HelpAnswerForm
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.contactlog.models import HelpRequest

DRAFT = "help.answer"


@opens(acts.HELP_ANSWER)
def help_answer(visit: Visit["HelpRequest"], asked: UUID) -> HttpResponse:
    """What she has taken back is nobody's business any more; what is answered can be read."""
    form = HelpAnswerForm(visit.posted)
    if form.is_valid():
        with form.heeding(visit), visit.writing(asked) as held:
            by, answer = visit.viewer.person, form.cleaned_data["answer"]
            actions.answer_help(request=held, answer=answer, by=by, at=visit.at)
            close_draft(visit)
            return visit.go("case", held.table_id)
    with visit.reading():
        reached = visit.reach(asked)
        if reached.taken_back_at is not None and not form.is_bound:
            raise Http404
        part = help_part(reached, seen=visit.at)
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached)
        if drafted:
            form = HelpAnswerForm(initial=drafted.initial())
        if part.call:
            form.for_a_call()
        context = {
            "request": part,
            "asker": reached.asked_by,
            "table": reached.table_id,
            "offers": draft_offers(drafted, texts=("answer",), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
        }
        return visit.show("staff/help_answer.html", context, form)


help_answer_draft = drafts_of(help_answer, DRAFT)
