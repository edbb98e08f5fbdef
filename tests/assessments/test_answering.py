"""Amina answers one question at a time; nothing is lost, nothing is doubled, and finished is finished."""

from datetime import timedelta

import pytest

from bordenden.assessments.actions import answer, finish, import_instrument, start
from bordenden.assessments.models import Answer, Item, Sheet
from bordenden.assessments.words import AnswerKind
from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible
from tests.assessments.files import SHIPPED, SMALL
from tests.cast import MONDAY, Cast

LATER = MONDAY + timedelta(minutes=5)
RATED, SKIPPED, DECLINED = AnswerKind.RATED, AnswerKind.SKIPPED, AnswerKind.DECLINED


@pytest.fixture
def items(cast: Cast) -> list[Item]:
    """The five questions."""
    version = import_instrument(content=SHIPPED, by=cast.stine, at=MONDAY).version
    return list(version.items.order_by("position"))


@pytest.fixture
def sheet(cast: Cast, items: list[Item]) -> Sheet:
    """Amina's round, begun."""
    return start(table=cast.aminas_table, by=cast.amina, at=MONDAY)


def kept(sheet: Sheet) -> list[tuple[str, str, int | None]]:
    """Her answers as they stand."""
    rows = Answer.objects.filter(sheet=sheet).order_by("item__position")
    return list(rows.values_list("item__code", "kind", "value"))


def acts() -> list[str]:
    """What the audit holds of rounds, oldest first."""
    return list(Entry.objects.filter(act__startswith="sheet.").order_by("id").values_list("act", flat=True))


def test_amina_begins_a_round_and_it_stands_at_her_table(cast: Cast, sheet: Sheet) -> None:
    assert (sheet.table, sheet.municipality, sheet.started_at, sheet.finished_at) == (
        cast.aminas_table,
        cast.fjordby,
        MONDAY,
        None,
    )
    assert acts() == ["sheet.start"]


def test_beginning_again_goes_on_with_the_open_round(cast: Cast, sheet: Sheet) -> None:
    assert start(table=cast.aminas_table, by=cast.amina, at=LATER) == sheet
    assert Sheet.objects.count() == 1
    assert acts() == ["sheet.start"]


def test_after_a_finished_round_a_new_one_begins(cast: Cast, sheet: Sheet, items: list[Item]) -> None:
    answer(sheet=sheet, item=items[0], kind=RATED, value=3, by=cast.amina, at=MONDAY)
    finish(sheet=sheet, by=cast.amina, at=MONDAY)
    assert start(table=cast.aminas_table, by=cast.amina, at=LATER) != sheet
    assert Sheet.objects.filter(table=cast.aminas_table).count() == 2


def test_no_round_begins_before_an_instrument_is_published(cast: Cast) -> None:
    with pytest.raises(NotPossible, match="ikke klar endnu"):
        start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    assert not Sheet.objects.exists()


def test_answers_are_kept_one_by_one_with_skipped_and_declined(cast: Cast, sheet: Sheet, items: list[Item]) -> None:
    answer(sheet=sheet, item=items[3], kind=RATED, value=0, by=cast.amina, at=MONDAY)
    answer(sheet=sheet, item=items[0], kind=SKIPPED, by=cast.amina, at=MONDAY)
    answer(sheet=sheet, item=items[1], kind=DECLINED, by=cast.amina, at=MONDAY)
    assert kept(sheet) == [
        ("tro-paa-arbejde", "skipped", None),
        ("helbred", "declined", None),
        ("venner", "rated", 0),
    ]
    assert acts() == ["sheet.start", "sheet.answer", "sheet.answer", "sheet.answer"]


def test_a_new_answer_replaces_the_old_one(cast: Cast, sheet: Sheet, items: list[Item]) -> None:
    answer(sheet=sheet, item=items[0], kind=RATED, value=3, by=cast.amina, at=MONDAY)
    answer(sheet=sheet, item=items[0], kind=RATED, value=7, by=cast.amina, at=LATER)
    answer(sheet=sheet, item=items[0], kind=DECLINED, by=cast.amina, at=LATER)
    assert kept(sheet) == [("tro-paa-arbejde", "declined", None)]
    assert acts().count("sheet.answer") == 3


def test_the_same_answer_twice_is_written_once(cast: Cast, sheet: Sheet, items: list[Item]) -> None:
    first = answer(sheet=sheet, item=items[0], kind=RATED, value=3, by=cast.amina, at=MONDAY)
    again = answer(sheet=sheet, item=items[0], kind=RATED, value=3, by=cast.amina, at=LATER)
    assert (again, again.answered_at) == (first, MONDAY)
    assert acts().count("sheet.answer") == 1


@pytest.mark.parametrize(
    ("kind", "value"), [(RATED, None), (RATED, -1), (RATED, 11), (RATED, True), (SKIPPED, 4), (DECLINED, 0)]
)
def test_what_is_no_answer_is_refused_and_the_old_one_stands(
    cast: Cast, sheet: Sheet, items: list[Item], kind: AnswerKind, value: int | None
) -> None:
    answer(sheet=sheet, item=items[0], kind=RATED, value=3, by=cast.amina, at=MONDAY)
    with pytest.raises(NotPossible, match="Vælg et tal fra 0 til 10"):
        answer(sheet=sheet, item=items[0], kind=kind, value=value, by=cast.amina, at=LATER)
    assert kept(sheet) == [("tro-paa-arbejde", "rated", 3)]


def test_a_version_published_in_the_middle_does_not_touch_her_round(
    cast: Cast, sheet: Sheet, items: list[Item]
) -> None:
    newer = import_instrument(
        content=SMALL.replace("version = 1", "version = 2").encode(), by=cast.stine, at=MONDAY
    ).version
    with pytest.raises(NotPossible, match="hører ikke til den her vurdering"):
        answer(sheet=sheet, item=newer.items.order_by("pk")[0], kind=RATED, value=3, by=cast.amina, at=LATER)
    answer(sheet=sheet, item=items[0], kind=RATED, value=3, by=cast.amina, at=LATER)
    assert start(table=cast.aminas_table, by=cast.amina, at=LATER).version == sheet.version
    assert start(table=cast.karims_table, by=cast.karim, at=LATER).version == newer


def test_a_finished_round_takes_no_answer_not_even_from_a_window_that_does_not_know(
    cast: Cast, sheet: Sheet, items: list[Item]
) -> None:
    answer(sheet=sheet, item=items[0], kind=RATED, value=3, by=cast.amina, at=MONDAY)
    finish(sheet=Sheet.objects.get(), by=cast.amina, at=MONDAY)
    assert sheet.finished_at is None
    with pytest.raises(NotPossible, match="Du er færdig med den her vurdering"):
        answer(sheet=sheet, item=items[0], kind=RATED, value=9, by=cast.amina, at=LATER)
    assert kept(sheet) == [("tro-paa-arbejde", "rated", 3)]


def test_finishing_twice_is_finishing_once(cast: Cast, sheet: Sheet, items: list[Item]) -> None:
    answer(sheet=sheet, item=items[2], kind=SKIPPED, by=cast.amina, at=MONDAY)
    assert finish(sheet=sheet, by=cast.amina, at=MONDAY).finished_at == MONDAY
    assert finish(sheet=sheet, by=cast.amina, at=LATER).finished_at == MONDAY
    assert acts().count("sheet.finish") == 1


def test_a_round_without_any_answer_cannot_be_finished(cast: Cast, sheet: Sheet) -> None:
    with pytest.raises(NotPossible, match="Svar på et spørgsmål først"):
        finish(sheet=sheet, by=cast.amina, at=MONDAY)
    sheet.refresh_from_db()
    assert sheet.finished_at is None
