"""Reads about a sheet: which version is asked, the round she is in, and where it stands."""

from dataclasses import dataclass

from bordenden.assessments.models import Answer, Item, Sheet
from bordenden.assessments.queries.instruments import asked
from bordenden.pathways.models import Table


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a sheet: its number on the page (from 1), the item, and her answer so far."""

    number: int
    item: Item
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Progress:
    """A sheet's questions in order. Any order of answering is hers; nothing has to be answered."""

    questions: tuple[Question, ...]

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self.questions)

    @property
    def answered(self) -> int:
        """How many she has answered, skipped or declined."""
        return sum(question.answer is not None for question in self.questions)

    @property
    def next(self) -> Question | None:
        """The first question she has not been at; None when she has been at all."""
        return next((question for question in self.questions if question.answer is None), None)

    def numbered(self, number: int) -> Question | None:
        """The question with that number, if there is one."""
        return self.questions[number - 1] if 1 <= number <= self.total else None


def open_sheet(*, table: Table) -> Sheet | None:
    """The round she is in the middle of, if any."""
    return Sheet.objects.filter(table=table, finished_at__isnull=True).order_by("pk").first()


def progress(*, sheet: Sheet) -> Progress:
    """The sheet's questions with her answers so far. Two queries, however many questions."""
    given = {answer.item_id: answer for answer in Answer.objects.filter(sheet=sheet).order_by("pk")}
    items = enumerate(asked(sheet=sheet), start=1)
    return Progress(tuple(Question(number, item, given.get(item.pk)) for number, item in items))
