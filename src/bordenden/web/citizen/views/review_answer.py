"""Hvad siger du til det?: her own words beside what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.reviews import actions
from bordenden.web.citizen.review_form import ReviewAnswerForm
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.reviews import review_part
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.reviews.models import Review

DRAFT = "review.answer"


@opens(acts.REVIEW_ANSWER)
def review_answer(visit: Visit[Review], pk: UUID) -> HttpResponse:
    """What was decided, and a field of her own; where she has answered already, her answer stands."""
    form = ReviewAnswerForm(visit.posted)
    if form.is_valid():
        with form.heeding(visit), visit.writing(pk) as held:
            actions.answer(review=held, words=form.cleaned_data["words"], by=visit.viewer.person, at=visit.at)
            close_draft(visit)
            return visit.go("reviews", held.table_id)
    with visit.reading():
        reached = visit.reach(pk, "decided_by")
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached)
        if drafted:
            form = ReviewAnswerForm(initial=drafted.initial())
        context = {
            "table": reached.table_id,
            "review": review_part(reached),
            "offers": draft_offers(drafted, texts=("words",), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
        }
        return visit.show("citizen/review_answer.html", context, form)


review_answer_draft = drafts_of(review_answer, DRAFT)
