"""Reviews as words: shown to her as what was decided with or about her, and to her caseworker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from bordenden.reviews.words import Heard, Onwards
from bordenden.web.parts.said_when import day, on_day

if TYPE_CHECKING:
    from bordenden.reviews.models import Review


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """One review. While it is open only `since` says anything."""

    pk: UUID
    since: str
    open: bool
    title: str
    together: bool
    by: str
    decided: str
    onwards: str
    grounds: str
    her_words: str
    tried: str
    answer: str
    answered: str


def review_part(review: Review) -> ReviewPart:
    """One review as it stands; who decided is at hand already."""
    return ReviewPart(
        pk=review.pk,
        since=day(review.quiet_since),
        open=review.is_open,
        title=_onwards(review) or _("Hvordan har du det?"),
        together=review.heard == Heard.TOGETHER,
        by=review.decided_by.given_name if review.decided_by else "",
        decided=day(review.decided_at) if review.decided_at else "",
        onwards=_onwards(review),
        grounds=review.grounds,
        her_words=review.her_words,
        tried=review.tried,
        answer=review.answer,
        answered=day(review.answered_at) if review.answered_at else "",
    )


def _onwards(review: Review) -> str:
    if not review.onwards:
        return ""
    if review.onwards == Onwards.PAUSE and review.paused_until:
        return _("Vi holder en pause til og med %(day)s") % {"day": on_day(review.paused_until)}
    return str(Onwards(review.onwards).label)
