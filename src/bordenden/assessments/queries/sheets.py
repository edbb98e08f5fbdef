"""Reads about a sheet: hers in full, as her caseworker may read it, as the one who holds the pen sees it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from bordenden.assessments.models import Answer, Item, Pick, Recording, Sheet, Withdrawal, WorkOn
from bordenden.assessments.queries.instruments import asked
from bordenden.assessments.words import AnswerKind, Purpose, Sharing
from bordenden.pathways.models import Seat, Table
from bordenden.people.models import Person

# What counts as said by her: written by herself, or written for her and confirmed on a device of her own.
SAID_BY_HER = Q(pen__isnull=True) | Q(confirmed_at__isnull=False)
_UNCONFIRMED = Q(finished_at__isnull=False, pen__isnull=False, confirmed_at__isnull=True) & ~Q(sharing=Sharing.KEPT)
WELLBEING_ITEMS = 5
WELLBEING_FACTOR = 2


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a sheet: its place on the page (from 1), the item, her answer so far, whether she picked it."""

    number: int
    item: Item
    answer: Answer | None
    picked: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """A sheet's questions in her order. Any order of answering is hers; nothing has to be answered.

    `withdrawn`: the ids of questions that were asked when it was begun and are not any more.
    """

    questions: tuple[Question, ...]
    withdrawn: frozenset[UUID] = frozenset()

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self.questions)

    @property
    def answered(self) -> int:
        """How many she has answered, skipped or declined."""
        return sum(question.answer is not None for question in self.questions)

    @property
    def rated(self) -> int:
        """How many she has given a number."""
        return len(self.with_numbers)

    @property
    def with_numbers(self) -> tuple[Question, ...]:
        """The questions she has given a number."""
        return tuple(one for one in self.questions if one.answer is not None and one.answer.kind == AnswerKind.RATED)

    @property
    def next(self) -> Question | None:
        """The first question she has not been at; None when she has been at all."""
        return next((question for question in self.questions if question.answer is None), None)

    def numbered(self, number: int) -> Question | None:
        """The question with that number, if there is one."""
        return self.questions[number - 1] if 1 <= number <= self.total else None

    def next_after(self, asked: Question) -> Question | None:
        """The next one she has not been at, in her order; after the last, the first of those she went past."""
        later = (question for question in self.questions[asked.number :] if question.answer is None)
        return next(later, self.next)


@dataclass(frozen=True, slots=True)
class Told:
    """One answer as others may read it: a number, or none. Why there is none is hers."""

    item: Item
    value: int | None


@dataclass(frozen=True, slots=True)
class SharedSheet:
    """A sheet as the caseworker it is shared with reads it: no shielded question, in the instrument's own order.

    `said_by_her`: she wrote it herself, or has confirmed what was written for her.
    """

    told: tuple[Told, ...]
    work_on: tuple[WorkOn, ...]
    score: int | None
    said_by_her: bool


def open_sheet(*, table: Table, purpose: Purpose = Purpose.SITUATION) -> Sheet | None:
    """The round she herself is in the middle of, if any."""
    begun = Sheet.objects.filter(table=table, purpose=purpose, finished_at__isnull=True, pen__isnull=True)
    return begun.order_by("pk").first()


def penned_sheet(*, table: Table, purpose: Purpose = Purpose.SITUATION) -> Sheet | None:
    """The round somebody is writing down for her now, if any."""
    begun = Sheet.objects.filter(table=table, purpose=purpose, finished_at__isnull=True, pen__isnull=False)
    return begun.select_related("pen").order_by("pk").first()


def finished_sheets(*, table: Table) -> QuerySet[Sheet]:
    """Her finished rounds of both kinds, newest first, each with the seat it is shared with and who held the pen."""
    rows = Sheet.objects.filter(table=table, finished_at__isnull=False)
    return rows.select_related("shared_to__person", "pen").order_by("-finished_at", "-pk")


def not_kept(*, sheets: QuerySet[Sheet]) -> QuerySet[Sheet]:
    """Of these, what is shared with somebody, newest first, each with its table."""
    return sheets.exclude(sharing=Sharing.KEPT).select_related("table").order_by("-started_at", "-pk")


def in_hand(*, table: Table) -> tuple[Sheet | None, Sheet | None]:
    """What was written for her and waits for a yes, and the round of Min vurdering she is in. One query for both."""
    begun = Q(finished_at__isnull=True, pen__isnull=True, purpose=Purpose.SITUATION)
    rows = list(
        Sheet.objects.filter(_UNCONFIRMED | begun, table=table).select_related("pen").order_by("finished_at", "pk")
    )
    penned = next((sheet for sheet in rows if sheet.pen_id is not None), None)
    return penned, next((sheet for sheet in rows if sheet.pen_id is None), None)


def waiting_for_her(*, table: Table) -> QuerySet[Sheet]:
    """What was written for her and she has not yet called right or wrong, oldest first."""
    return Sheet.objects.filter(_UNCONFIRMED, table=table).select_related("pen").order_by("finished_at", "pk")


def left_behind(*, table: Table, seat: Seat | None) -> QuerySet[Sheet]:
    """What she sent to a caseworker who no longer sits there; `seat` is the one who does. Nobody inherits it."""
    sent = Sheet.objects.filter(table=table, sharing=Sharing.SENT, shared_to__isnull=False)
    return sent.exclude(shared_to=seat).select_related("shared_to__person").order_by("finished_at", "pk")


def hers(*, sheet: Sheet) -> Progress:
    """The whole sheet, for her own eyes alone: shielded questions too, but for one that was written for her.

    Four queries, however many questions.
    """
    given = {answer.item_id: answer for answer in Answer.objects.filter(sheet=sheet).order_by("pk")}
    picked = list(Pick.objects.filter(sheet=sheet).order_by("place", "pk").values_list("item_id", flat=True))
    items = asked(sheet=sheet, answered=given.values())
    return _in_order(items if sheet.pen_id is None else _unshielded(items), given, picked, _gone(sheet, given))


def as_penned(*, sheet: Sheet) -> Progress:
    """What is said in this round, for the one who writes it down: no shielded question, nothing from earlier."""
    given = {answer.item_id: answer for answer in Answer.objects.filter(sheet=sheet).order_by("pk")}
    return _in_order(_unshielded(asked(sheet=sheet, answered=given.values())), given, [], _gone(sheet, given))


def as_shared(*, sheet: Sheet) -> SharedSheet:
    """The sheet for anybody but her; what was shielded after she sent it is gone too. Four queries."""
    answers = list(Answer.objects.filter(~shielded_anywhere(), sheet=sheet, item__shielded=False).order_by("pk"))
    values = {answer.item_id: answer.value for answer in answers}
    items = _unshielded(asked(sheet=sheet, answered=answers))
    hidden = Item.objects.filter(shielded_anywhere(of=""), pk__in=[item.pk for item in items]).order_by("pk")
    gone = set(hidden.values_list("pk", flat=True))
    items = [item for item in items if item.pk not in gone]
    return SharedSheet(
        told=tuple(Told(item, values.get(item.pk)) for item in items),
        work_on=tuple(work_on(sheet=sheet).filter(~shielded_anywhere(), item__shielded=False)),
        score=_score(sheet, [values.get(item.pk) for item in items]),
        said_by_her=sheet.pen_id is None or sheet.confirmed_at is not None,
    )


def shielded_anywhere(of: str = "item__") -> Exists:
    """Of an answer (or with "" of a question): it is shielded, under whatever name and in whatever version."""
    return Exists(
        Item.objects.filter(
            shielded=True,
            identity=OuterRef(f"{of}identity"),
            version__instrument=OuterRef(f"{of}version__instrument"),
        )
    )


def heard(*, item: Item) -> Recording | None:
    """Whether the question can be heard, and by what voice; the sound itself stays where it is."""
    return Recording.objects.filter(item=item).defer("content").first()


def work_on(*, sheet: Sheet) -> QuerySet[WorkOn]:
    """What she wants to work on, in her order."""
    return WorkOn.objects.filter(sheet=sheet).select_related("item").order_by("place", "pk")


def working_on(*, table: Table) -> QuerySet[WorkOn]:
    """What she chose to work on the last time she chose something, in her order; never a shielded question."""
    last = WorkOn.objects.filter(table=table).order_by("-chosen_at", "-pk").values("sheet")[:1]
    return (
        WorkOn.objects.filter(~shielded_anywhere(), item__shielded=False, table=table, sheet__in=last)
        .select_related("item")
        .order_by("place", "pk")
    )


def scores_of(*, sheets: Sequence[Sheet]) -> dict[UUID, int]:
    """The number of each round of Min trivsel among these that has one, by the round's id. One query at most."""
    mine = [sheet for sheet in sheets if sheet.purpose == Purpose.WELLBEING]
    values: dict[UUID, list[int | None]] = {sheet.pk: [] for sheet in mine}
    answers = Answer.objects.filter(sheet__in=mine).order_by("pk") if mine else Answer.objects.none()
    for sheet, value in answers.values_list("sheet_id", "value"):
        values[sheet].append(value)
    scores = {sheet.pk: _score(sheet, values[sheet.pk]) for sheet in mine}
    return {pk: score for pk, score in scores.items() if score is not None}


def score_of(*, sheet: Sheet) -> int | None:
    """Min trivsel as one number from 0 to 100; None unless all five were given a number."""
    answers = Answer.objects.filter(sheet=sheet).order_by("pk").values_list("value", flat=True)
    return _score(sheet, list(answers))


def holds_the_pen(*, sheet: Sheet, person: Person) -> bool:
    """Whether it is this person who is writing it down for her."""
    return sheet.pen_id == person.pk and sheet.finished_at is None


def shown_now(*, sheet: Sheet, at: datetime) -> bool:
    """Whether what she shows at a meeting is open at this moment."""
    return sheet.sharing == Sharing.MEETING and sheet.shared_until is not None and at < sheet.shared_until


def _gone(sheet: Sheet, given: dict[Any, Answer]) -> frozenset[UUID]:
    """What is asked no more, and was not answered before it was withdrawn."""
    versions = [sheet.version_id, *([sheet.local_version_id] if sheet.local_version_id else [])]
    rows = Withdrawal.objects.filter(item__version__in=versions).order_by("pk")
    return frozenset(rows.values_list("item_id", flat=True)) - given.keys()


def _unshielded(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if not item.shielded]


def _in_order(items: list[Item], given: dict[Any, Answer], picked: list[Any], gone: frozenset[Any]) -> Progress:
    """What she picked comes first, in the order she picked it; the rest as the instrument has it."""
    first = {pk: place for place, pk in enumerate(picked)}
    ordered = enumerate(sorted(items, key=lambda item: first.get(item.pk, len(first))), start=1)
    questions = (Question(number, item, given.get(item.pk), item.pk in first) for number, item in ordered)
    return Progress(tuple(questions), gone)


def _score(sheet: Sheet, values: list[int | None]) -> int | None:
    given = [value for value in values if value is not None]
    if sheet.purpose != Purpose.WELLBEING or len(given) != WELLBEING_ITEMS:
        return None
    return sum(given) * WELLBEING_FACTOR
