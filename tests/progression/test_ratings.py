"""Ratings: what counts as an answer, and what a column of them says."""

import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progression.ratings import DECLINED, SKIPPED, ZERO_TO_TEN, Rating, Scale, summarise, validate

RATINGS: st.SearchStrategy[list[Rating]] = st.lists(
    st.one_of(st.integers(0, 10), st.sampled_from([SKIPPED, DECLINED])), max_size=40
)


def test_amina_may_skip_one_question_and_decline_another() -> None:
    assert validate([7, SKIPPED, DECLINED, 0, 10]) == (7, SKIPPED, DECLINED, 0, 10)


@pytest.mark.parametrize("wrong", [11, -1, True, 7.0, "7", None])
def test_what_is_no_step_of_the_scale_is_refused_by_row(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"^Row 2: .* is not a whole number from 0 to 10, nor skipped"):
        validate([7, wrong])  # type: ignore[list-item]


def test_another_scale_has_other_ends() -> None:
    five = Scale(1, 5)
    assert validate([1, 5], five) == (1, 5)
    with pytest.raises(ValueError, match="Row 1: 0 is not a whole number from 1 to 5"):
        validate([0], five)
    with pytest.raises(ValueError, match="A scale must rise, but this one runs from 3 to 3"):
        Scale(3, 3)


def test_a_column_in_figures() -> None:
    summary = summarise([7, 4, SKIPPED, 7, DECLINED, 1, SKIPPED])
    assert (summary.n, summary.skipped, summary.declined, summary.asked) == (4, 2, 1, 7)
    assert summary.counts == (0, 1, 0, 0, 1, 0, 0, 2, 0, 0, 0)
    assert summary.mean == Fraction(19, 4)
    assert summary.median == Fraction(11, 2)
    assert summary.answered == Fraction(4, 7)


def test_when_nobody_answers_there_is_no_mean_rather_than_zero() -> None:
    summary = summarise([SKIPPED, DECLINED])
    assert (summary.n, summary.mean, summary.median) == (0, None, None)
    assert summarise([]).answered is None


def test_skipped_and_declined_are_not_numbers() -> None:
    told_apart: list[object] = [SKIPPED, DECLINED, 0, -1]
    assert [told_apart.index(one) for one in told_apart] == [0, 1, 2, 3]


@given(RATINGS)
def test_the_summary_agrees_with_the_standard_library(column: list[Rating]) -> None:
    numbers = [rating for rating in column if isinstance(rating, int)]
    summary = summarise(column)
    assert summary.counts == tuple(numbers.count(step) for step in ZERO_TO_TEN.values)
    assert (summary.n, summary.skipped) == (len(numbers), column.count(SKIPPED))
    assert summary.asked == len(column)
    if numbers:
        exact = [Fraction(number) for number in numbers]
        assert (summary.mean, summary.median) == (statistics.mean(exact), statistics.median(exact))


@given(RATINGS, st.randoms())
def test_the_order_of_the_answers_says_nothing(column: list[Rating], random: object) -> None:
    shuffled = list(column)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert summarise(shuffled) == summarise(column)
