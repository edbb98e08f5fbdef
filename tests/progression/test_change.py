"""Reliable change and alpha: the formulas, their bounds, and what they refuse."""

from dataclasses import FrozenInstanceError
from fractions import Fraction
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progression.change import TWO_SIDED_95, reliable_change
from progression.reliability import cronbach_alpha

MEAN = st.fractions(0, 10, max_denominator=20)
SD = st.floats(0.01, 5)
TRUST = st.floats(0, 0.99)
RATING = st.integers(0, 10)
PEOPLE = st.integers(2, 5).flatmap(
    lambda items: st.lists(st.lists(RATING, min_size=items, max_size=items), min_size=2, max_size=12)
)


def test_the_formula_by_hand() -> None:
    """SEdiff = √2 · 1.5 · √0.25 = 1.0607; 3 / 1.0607 = 2.83."""
    moved = reliable_change(4, 7, sd=1.5, reliability=0.75)
    assert moved.standard_error == pytest.approx(1.0607, abs=1e-4)
    assert moved.index == pytest.approx(2.8284, abs=1e-4)
    assert (moved.change, moved.reliable) == (3.0, True)
    assert reliable_change(4, 6, sd=1.5, reliability=0.75).reliable is False


@given(before=MEAN, after=MEAN, sd=SD, trust=TRUST)
def test_a_fall_is_the_mirror_of_a_rise(before: Fraction, after: Fraction, sd: float, trust: float) -> None:
    there, back = (reliable_change(*ends, sd=sd, reliability=trust) for ends in ((before, after), (after, before)))
    assert (there.change, there.index, there.reliable) == (-back.change, -back.index, back.reliable)
    assert there.standard_error == back.standard_error == pytest.approx(sqrt(2) * sd * sqrt(1 - trust))


@given(mean=MEAN, sd=SD, trust=TRUST)
def test_no_change_is_never_a_reliable_one(mean: Fraction, sd: float, trust: float) -> None:
    assert reliable_change(mean, mean, sd=sd, reliability=trust).reliable is False


@given(before=MEAN, after=MEAN, further=st.fractions(0, 5, max_denominator=20), sd=SD, trust=TRUST)
def test_a_larger_change_is_no_less_reliable(
    before: Fraction, after: Fraction, further: Fraction, sd: float, trust: float
) -> None:
    low, high = sorted((before, after))
    small = reliable_change(low, high, sd=sd, reliability=trust)
    large = reliable_change(low, high + further, sd=sd, reliability=trust)
    assert large.index >= small.index
    assert large.reliable >= small.reliable
    assert small.reliable == (small.index > TWO_SIDED_95)


@given(before=MEAN, after=MEAN, sd=SD, trust=st.floats(0, 0.9), better=st.floats(0, 0.09))
def test_a_more_exact_measure_sees_no_less(
    before: Fraction, after: Fraction, sd: float, trust: float, better: float
) -> None:
    rough = reliable_change(before, after, sd=sd, reliability=trust)
    exact = reliable_change(before, after, sd=sd, reliability=trust + better)
    assert abs(exact.index) >= abs(rough.index)


@pytest.mark.parametrize(
    ("sd", "trust"), [(0.0, 0.8), (-1.0, 0.8), (1.0, 1.0), (1.0, -0.1), (float("nan"), 0.8), (1.0, float("inf"))]
)
def test_what_cannot_be_computed_is_refused(sd: float, trust: float) -> None:
    with pytest.raises(ValueError, match="Reliable change needs"):
        reliable_change(3, 6, sd=sd, reliability=trust)


def test_the_result_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        reliable_change(3, 6, sd=1, reliability=0.8).reliable = True  # type: ignore[misc]


def test_alpha_by_hand() -> None:
    """Items (1, 3) and (2, 6): variances 2 and 8, of the sums (3, 9) 18; alpha 2 · (1 − 10/18) = 8/9."""
    found = cronbach_alpha([(1, 2), (3, 6)])
    assert (found.alpha, found.variance, found.n, found.items) == (Fraction(8, 9), Fraction(9, 2), 2, 2)
    assert found.sd == pytest.approx(sqrt(4.5))


def test_items_that_say_the_same_have_alpha_one_and_equal_people_have_none() -> None:
    assert cronbach_alpha([(3, 3, 3), (7, 7, 7), (1, 1, 1)]).alpha == 1
    assert cronbach_alpha([(4, 2), (4, 2)]).alpha is None
    assert cronbach_alpha([(0, 9), (10, 0)]).alpha == -360


@given(people=PEOPLE)
def test_alpha_is_at_most_one_and_knows_no_order(people: list[list[int]]) -> None:
    found = cronbach_alpha(people)
    assert found.alpha is None or found.alpha <= 1
    assert cronbach_alpha(people[::-1]) == found
    assert cronbach_alpha([row[::-1] for row in people]) == found


@pytest.mark.parametrize("people", [[], [(1, 2)], [(1,), (2,)], [(1, 2), (1, 2, 3)], [(1, 11), (2, 3)]])
def test_too_few_uneven_or_off_the_scale_is_refused(people: list[tuple[int, ...]]) -> None:
    with pytest.raises(ValueError, match=r"at least two|same items|not a whole number"):
        cronbach_alpha(people)
