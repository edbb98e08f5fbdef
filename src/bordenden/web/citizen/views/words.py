"""Mine ord: she says it in her own words; what others say stands beside, what she said before is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions, queries
from bordenden.plans.words import StatementKind
from bordenden.web.citizen.plan_forms import WordsForm
from bordenden.web.design.parts import StaleText
from bordenden.web.parts.paging import cut
from bordenden.web.parts.plan import beside
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan

EARLIER = 10


@opens(acts.STATEMENT_WRITE)
def words(visit: Visit[Plan], pk: UUID, kind: str) -> HttpResponse:
    """One kind of her words at a time."""
    about = _kind(kind)
    form = WordsForm(visit.posted, kind=about)
    stale: tuple[StaleText, ...] = ()
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                actions.say(plan=held, kind=about, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
            return visit.go("plan", pk)
        except NotPossible as refusal:
            stale = form.refuse(refusal)
    with visit.reading():
        plan = visit.reach(pk)
        saved = queries.newest(plan=plan, kind=about)
        form.initial = {"words": saved.words if saved else "", "version": saved.version if saved else 0}
        return visit.show("citizen/words.html", _context(visit, plan, about, stale), form)


def _kind(kind: str) -> StatementKind:
    if kind not in StatementKind.values:
        raise Http404
    return StatementKind(kind)


def _context(visit: Visit[Plan], plan: Plan, kind: StatementKind, stale: tuple[StaleText, ...]) -> dict[str, object]:
    said = cut(queries.history(plan=plan, kind=kind)[1:], visit.request.GET.get("side"), size=EARLIER)
    newest = queries.comments_on(plan=plan, kind=kind)[:EARLIER]
    return {
        "title": kind.label,
        "stale": stale,
        "comments": [beside(comment) for comment in newest],
        "earlier": [(day(row.written_at), row.words) for row in said.rows],
        "pager": said.pager,
        "plan": plan.pk,
    }
