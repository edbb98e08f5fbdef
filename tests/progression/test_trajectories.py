"""Trajectories: one curve, an area, and the change of many people at once."""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from progression.trajectories import MISSING, AreaPoint, Changes, Point, area, change_over, trajectory

JAN, FEB, APR = date(2015, 1, 10), date(2015, 2, 10), date(2015, 4, 10)
ROWS = st.lists(
    st.tuples(st.integers(-3, 4), st.dates(date(2015, 1, 1), date(2015, 1, 6)), st.none() | st.integers(0, 10)),
    max_size=40,
)
Rows = list[tuple[int, date, int | None]]


def test_aminas_belief_in_her_own_ability_to_work_rises() -> None:
    curve = trajectory([APR, JAN, FEB], [7, 3, None])
    assert curve.points == (Point(JAN, 3), Point(APR, 7))
    assert (curve.first, curve.previous, curve.last) == (Point(JAN, 3), Point(JAN, 3), Point(APR, 7))
    assert (curve.n, curve.unanswered, curve.change, curve.latest_change, curve.days) == (2, 1, 4, 4, 90)


def test_one_answer_shows_no_change_rather_than_a_change_of_zero() -> None:
    curve = trajectory([JAN], [3])
    assert (curve.first, curve.last, curve.previous) == (Point(JAN, 3), Point(JAN, 3), None)
    assert (curve.change, curve.latest_change, curve.days) == (None, None, 0)
    nothing = trajectory([JAN], [None])
    assert (nothing.first, nothing.last, nothing.days, nothing.change) == (None, None, None, None)


def test_two_answers_on_one_day_count_by_their_order_or_as_the_lower_median() -> None:
    assert trajectory([JAN, JAN], [9, 2]).points == (Point(JAN, 2),)
    assert trajectory([JAN, JAN, JAN], [9, 2, 5]).points == (Point(JAN, 5),)
    assert trajectory([JAN, JAN], [9, 2], order=[12, 11]).points == (Point(JAN, 9),)


def test_columns_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="must have the same length"):
        trajectory([JAN], [1, 2])
    with pytest.raises(ValueError, match="Two answers on 2015-01-10 have the same order"):
        trajectory([JAN, JAN], [1, 2], order=[1, 1])


def test_an_area_counts_days_with_half_its_items_and_compares_like_with_like() -> None:
    curve = area(
        {
            "sleep": trajectory([JAN, FEB, APR], [2, 9, 4]),
            "energy": trajectory([JAN], [7]),
            "pain": trajectory([APR], [9]),
            "health": trajectory([JAN, APR], [3, 4]),
        }
    )
    assert curve.points == (AreaPoint(JAN, Fraction(4), 3), AreaPoint(APR, Fraction(17, 3), 3))
    assert (curve.items, curve.change, curve.compared) == (4, Fraction(3, 2), 2)


def test_an_area_with_nothing_to_compare_has_no_change() -> None:
    apart = area({"sleep": trajectory([JAN], [2]), "energy": trajectory([FEB], [7])})
    assert (len(apart.points), apart.change, apart.compared) == (2, None, 0)
    once = area({"sleep": trajectory([JAN], [2])})
    assert (once.change, once.compared) == (None, 0)
    with pytest.raises(ValueError, match="at least one item"):
        area({})


def columns(rows: Rows) -> Changes:
    return change_over(
        np.array([person for person, _, _ in rows], dtype=np.int64),
        np.array([at for _, at, _ in rows], dtype="datetime64[D]"),
        np.array([MISSING if value is None else value for _, _, value in rows], dtype=np.int64),
    )


def as_rows(changes: Changes) -> list[tuple[object, ...]]:
    parts = ("person", "n", "first", "last", "change", "first_at", "last_at", "days")
    return list(zip(*(getattr(changes, part).tolist() for part in parts), strict=True))


def naive(rows: Rows) -> list[tuple[object, ...]]:
    """The same with dictionaries and sorting, one person at a time."""
    answers: dict[int, dict[date, list[int]]] = defaultdict(lambda: defaultdict(list))
    for person, at, value in rows:
        if value is not None:
            answers[person][at].append(value)
    found: list[tuple[object, ...]] = []
    for person in sorted(answers):
        days = sorted(answers[person])
        one = [sorted(answers[person][day])[(len(answers[person][day]) - 1) // 2] for day in days]
        span = (days[-1] - days[0]).days
        found.append((person, len(days), one[0], one[-1], one[-1] - one[0], days[0], days[-1], span))
    return found


@given(ROWS)
def test_many_people_at_once_agree_with_one_at_a_time(rows: Rows) -> None:
    assert as_rows(columns(rows)) == naive(rows)


@given(ROWS)
def test_columns_too_wide_to_pack_are_sorted_all_the_same(rows: Rows) -> None:
    wide = [(person * 2**60, at, value) for person, at, value in rows]
    assert as_rows(columns(wide)) == naive(wide)


@given(ROWS)
def test_one_persons_curve_agrees_with_the_many(rows: Rows) -> None:
    own = [row for row in rows if row[0] == 0]
    curve = trajectory([at for _, at, _ in own], [value for _, _, value in own])
    assert curve.unanswered + sum(1 for row in own if row[2] is not None) == len(own)
    expected = naive(own)
    if not expected:
        assert curve.points == ()
        return
    assert curve.first is not None
    assert curve.last is not None
    assert (curve.n, curve.first.value, curve.last.value) == expected[0][1:4]
    assert curve.change == (expected[0][4] if curve.n > 1 else None)


@given(ROWS, st.integers(0, 10**6))
def test_the_order_of_the_rows_says_nothing(rows: Rows, seed: int) -> None:
    shuffled = Random(seed).sample(rows, len(rows))
    assert as_rows(columns(shuffled)) == as_rows(columns(rows))
    assert trajectory([row[1] for row in shuffled], [row[2] for row in shuffled]) == trajectory(
        [row[1] for row in rows], [row[2] for row in rows]
    )


@given(ROWS, st.integers(1, 1000))
def test_moving_all_days_moves_only_the_days(rows: Rows, days: int) -> None:
    later = columns([(person, at + timedelta(days=days), value) for person, at, value in rows])
    now = columns(rows)
    assert later.change.tolist() == now.change.tolist()
    assert (later.first_at - now.first_at).astype(int).tolist() == [days] * len(now.person)


def test_columns_of_many_people_that_do_not_fit_are_refused() -> None:
    day = np.array(["2015-01-10"], dtype="datetime64[D]")
    with pytest.raises(ValueError, match="must have the same length"):
        change_over([1, 2], day, [3])
    with pytest.raises(ValueError, match="Column 'value' must hold whole numbers, but holds float64"):
        change_over([1], day, [3.5])
    with pytest.raises(ValueError, match="Column 'value', row 1: -2 is below -1"):
        change_over([1], day, [-2])
    with pytest.raises(ValueError, match="Column 'at', row 1: there is no day"):
        change_over([1], np.array(["NaT"], dtype="datetime64[D]"), [3])
    assert change_over([], np.array([], dtype="datetime64[D]"), []).person.tolist() == []
