"""Where a round stands, and Amina's curves: the same whatever order she answered in."""

from datetime import timedelta

import pytest
from hypothesis import strategies as st

from bordenden.assessments.actions import answer, finish, import_instrument, start
from bordenden.assessments.models import Item, Sheet
from bordenden.assessments.queries import current_version, hers, open_sheet
from bordenden.assessments.words import AnswerKind
from tests.assessments.files import SHIPPED, SMALL
from tests.cast import MONDAY, Cast

RATED, SKIPPED, DECLINED = AnswerKind.RATED, AnswerKind.SKIPPED, AnswerKind.DECLINED
SAID = st.integers(0, 10) | st.sampled_from([SKIPPED, DECLINED, None])


@pytest.fixture
def items(cast: Cast) -> list[Item]:
    """The five questions."""
    version = import_instrument(content=SHIPPED, by=cast.stine, at=MONDAY).version
    return list(version.items.order_by("position"))


def say(cast: Cast, sheet: Sheet, item: Item, said: int | AnswerKind) -> None:
    """Amina says a number, skips or declines."""
    kind, value = (said, None) if isinstance(said, AnswerKind) else (RATED, said)
    answer(sheet=sheet, item=item, kind=kind, value=value, by=cast.amina, at=MONDAY)


def whole_round(cast: Cast, answers: list[tuple[Item, int | AnswerKind]], days: int = 0) -> None:
    """A round of Amina's, finished so many days after the Monday."""
    at = MONDAY + timedelta(days=days)
    sheet = start(table=cast.aminas_table, by=cast.amina, at=at)
    for item, said in answers:
        say(cast, sheet, item, said)
    finish(sheet=sheet, by=cast.amina, at=at)


def test_a_round_knows_what_is_next_in_whatever_order_she_answers(cast: Cast, items: list[Item]) -> None:
    sheet = start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    say(cast, sheet, items[3], 4)
    say(cast, sheet, items[0], SKIPPED)
    stand = hers(sheet=sheet)
    assert (stand.total, stand.answered) == (5, 2)
    assert [question.item.code for question in stand.questions] == [item.code for item in items]
    assert [question.answer and question.answer.kind for question in stand.questions] == [
        SKIPPED, None, None, RATED, None,
    ]  # fmt: skip
    assert stand.next is not None
    assert (stand.next.number, stand.next.item) == (2, items[1])
    assert stand.numbered(4) == stand.questions[3]
    assert (stand.numbered(0), stand.numbered(6)) == (None, None)
    for item in items:
        say(cast, sheet, item, 5)
    assert hers(sheet=sheet).next is None


def test_the_newest_published_version_is_the_current_one_and_a_draft_is_not(cast: Cast) -> None:
    assert current_version() is None
    first = import_instrument(content=SMALL.encode(), by=cast.stine, at=MONDAY).version
    first.instrument.versions.create(number=2, digest="0" * 64)
    assert current_version() == first
    assert current_version(code="another") is None


def test_the_open_round_is_found_at_its_own_table_only(cast: Cast, items: list[Item]) -> None:
    sheet = start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    assert open_sheet(table=cast.aminas_table) == sheet
    assert open_sheet(table=cast.karims_table) is None
