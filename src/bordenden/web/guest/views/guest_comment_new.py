"""Skriv ved siden af, as a mentor: a few words beside hers, under the mentor's name; they never change them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.plans import actions
from bordenden.plans.queries import newest
from bordenden.plans.words import SPOKEN, StatementKind
from bordenden.web.guest.frame import menu
from bordenden.web.guest.guest_door import only_from_here
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.names import given_names
from bordenden.web.threshold.comment_form import CommentForm
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan

DRAFT = "comment.{kind}"


@opens(acts.STATEMENT_COMMENT)
def guest_comment_new(visit: Visit[Plan], plan: UUID, kind: str) -> HttpResponse:
    """Her words, and the form to write beside them."""
    if kind not in SPOKEN:
        raise Http404
    form = CommentForm(visit.posted)
    if form.is_valid():
        with form.heeding(visit), visit.writing(plan) as reached:
            only_from_here(visit, reached)
            words, key = form.cleaned_data["words"], form.cleaned_data["form_key"]
            by = visit.viewer.person
            actions.comment(plan=reached, kind=StatementKind(kind), words=words, form_key=key, by=by, at=visit.at)
            close_draft(visit)
            return visit.go("guest_plan", plan)
    with visit.reading():
        reached = visit.reach(plan, "table")
        only_from_here(visit, reached)
        said = newest(plan=reached, kind=StatementKind(kind))
        drafted = None if form.is_bound else draft_for(visit, DRAFT.format(kind=kind), reached, new=True)
        if drafted:
            form = CommentForm(initial=drafted.initial())
        context = {
            "name": given_names(at_the_head(table=reached.table, at=visit.at)),
            "plan": plan,
            "title": StatementKind(kind).label,
            "words": said.words if said else "",
            "offers": draft_offers(drafted, texts=("words",), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
            "nav_items": menu(),
        }
        return visit.show("guest/guest_comment_new.html", context, form)


guest_comment_new_draft = drafts_of(guest_comment_new, DRAFT)
