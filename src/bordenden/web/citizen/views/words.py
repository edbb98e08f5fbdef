"""Mine ord: she says it in her own words; what others say stands beside, what she said before is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.plans import actions, queries
from bordenden.plans.words import SPOKEN, StatementKind
from bordenden.web.citizen.plan_forms import WordsForm
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.paging import cut
from bordenden.web.parts.plan import beside
from bordenden.web.parts.reader import reader_of
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan

EARLIER = 10
DRAFT = "statement.{kind}"


@opens(acts.STATEMENT_WRITE)
def words(visit: Visit[Plan], pk: UUID, kind: str) -> HttpResponse:
    """One kind of her words at a time."""
    about = _kind(kind)
    form = WordsForm(visit.posted, kind=about)
    if form.is_valid():
        sent, by = form.cleaned_data, visit.viewer.person
        with form.heeding(visit, newer="words"), visit.writing(pk) as held:
            actions.say(plan=held, kind=about, words=sent["words"], version=sent["version"], by=by, at=visit.at)
            close_draft(visit)
            return visit.go("plan", pk)
    with visit.reading():
        plan = visit.reach(pk)
        context = _context(visit, plan, about)
        if not form.is_bound:
            saved = queries.newest(plan=plan, kind=about)
            drafted = draft_for(visit, DRAFT.format(kind=about), plan)
            usual = {"words": saved.words if saved else "", "version": saved.version if saved else 0}
            form = WordsForm(kind=about, initial=drafted.initial(**usual))
            context["offers"] = draft_offers(drafted, texts=("words",), draft_url=draft_address(visit), seen=visit.at)
        return visit.show("citizen/words.html", context, form)


words_draft = drafts_of(words, DRAFT)


def _kind(kind: str) -> StatementKind:
    if kind not in SPOKEN:
        raise Http404
    return StatementKind(kind)


def _context(visit: Visit[Plan], plan: Plan, kind: StatementKind) -> dict[str, object]:
    said = cut(queries.history(plan=plan, kind=kind)[1:], visit.request.GET.get("side"), size=EARLIER)
    newest = queries.comments_on(plan=plan, kind=kind)[:EARLIER]
    return {
        "title": kind.label,
        "offers": (),
        "draft_url": draft_address(visit),
        "comments": [beside(comment) for comment in newest],
        "earlier": [(day(row.written_at), row.words) for row in said.rows],
        "pager": said.pager,
        "plan": plan.pk,
        "reader": reader_of(plan, visit.at),
    }
