"""Where she goes next in a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from bordenden.assessments.words import Purpose

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet
    from bordenden.assessments.queries import Progress, Question

# After every five numbers there is a page to rest on.
REST_AFTER = 5
WITHDRAWN, ELSEWHERE = "trukket", "andet-sted"


@dataclass(frozen=True, slots=True)
class Way:
    """Where she goes: the name of a page and what it is about; `item` for the page of a question."""

    page: str
    sheet: UUID
    item: UUID | None = None

    @property
    def args(self) -> tuple[UUID, ...]:
        """What the address is made of."""
        return (self.sheet, self.item) if self.item else (self.sheet,)

    @property
    def url(self) -> str:
        """The address."""
        return reverse(self.page, args=self.args)


def to_next(sheet: Sheet, stand: Progress) -> Way:
    """The first question she has not been at; after the last one, the way to the end."""
    return _to(sheet, stand, stand.next)


def onward(sheet: Sheet, before: Progress, after: Progress, asked: Question) -> Way:
    """After an answer: a rest after every five new numbers, else the next question she has not been at."""
    if sheet.finished_at is not None:
        return Way("sheet_confirm", sheet.pk)
    rests = sheet.purpose == Purpose.SITUATION and after.rated > before.rated and after.rated % REST_AFTER == 0
    if rests and after.next is not None:
        return Way("sheet_rest", sheet.pk)
    return _to(sheet, after, after.next_after(asked))


def to_the_end(sheet: Sheet, stand: Progress) -> Way:
    """What she wants to work on, where there is something to choose from; else the end itself."""
    choosable = any(not one.item.shielded for one in stand.with_numbers)
    page = "sheet_work" if choosable and sheet.purpose == Purpose.SITUATION else "sheet_done"
    return Way(page, sheet.pk)


def find(stand: Progress, item: UUID) -> Question | None:
    """The question about that item, if it is asked here."""
    return next((question for question in stand.questions if question.item.pk == item), None)


def _to(sheet: Sheet, stand: Progress, question: Question | None) -> Way:
    return Way("question", sheet.pk, question.item.pk) if question else to_the_end(sheet, stand)
