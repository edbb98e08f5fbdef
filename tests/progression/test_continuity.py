"""Continuity: days with the main caseworker, and changes; against a count that walks day by day."""

from collections.abc import Hashable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from progression.continuity import Continuity, continuity, together

DAY = timedelta(days=1)
FIRST = date(2015, 1, 1)


def days(number: int) -> date:
    return FIRST + number * DAY


def test_birthe_had_her_for_a_hundred_days_and_bo_for_thirty() -> None:
    found = continuity(["birthe", "bo"], [FIRST, days(100)], [days(100), None], FIRST, days(130))
    assert found == Continuity(days=130, held=130, main="birthe", main_days=100, changes=1)
    assert found.share == Fraction(10, 13)


def test_an_empty_chair_is_nobodys_and_coming_back_is_no_change() -> None:
    found = continuity(["bo", "bo", "ole"], [FIRST, days(20), days(40)], [days(10), days(40), None], FIRST, days(50))
    assert (found.held, found.main, found.main_days, found.changes) == (40, "bo", 30, 1)


def test_a_course_of_no_day_has_no_share_and_is_left_out() -> None:
    today = continuity(["bo"], [FIRST], [None], FIRST, FIRST)
    assert (today.share, today.changes) == (None, 0)
    all_of_them = together([today, continuity(["bo"], [FIRST], [None], FIRST, days(4))])
    assert (all_of_them.courses, all_of_them.share, all_of_them.changes) == (1, Fraction(1), (1,))
    assert (together([]).share, together([]).changed) == (None, 0)


def test_many_are_added_up_by_days_and_not_by_courses() -> None:
    long = continuity(["bo", "ole", "bo"], [FIRST, days(30), days(60)], [days(30), days(60), None], FIRST, days(90))
    short = continuity(["ole"], [FIRST], [None], FIRST, days(10))
    found = together([long, short])
    assert (found.share, found.changes, found.changed) == (Fraction(7, 10), (1, 0, 1), 2)


def test_impossible_stretches_are_refused_by_row() -> None:
    with pytest.raises(ValueError, match=r"^Row 2: the stretch ends before"):
        continuity(["bo", "ole"], [FIRST, days(3)], [None, days(2)], FIRST, days(9))
    with pytest.raises(ValueError, match=r"^Row 1: somebody else holds the same day"):
        continuity(["bo", "ole"], [days(3), FIRST], [None, days(4)], FIRST, days(9))
    with pytest.raises(ValueError, match="The course ends before it begins"):
        continuity([], [], [], days(1), FIRST)


# Who held each day of a course, None for nobody: from it the stretches are cut, so they never overlap.
DIARIES = st.lists(st.sampled_from(["bo", "birthe", "ole", None]), max_size=40)


@settings(max_examples=25)
@given(DIARIES, st.integers(0, 10), st.integers(0, 50))
def test_it_is_what_one_counts_walking_day_by_day(diary: list[str | None], skipped: int, length: int) -> None:
    rows = [(who, days(number), days(number + 1)) for number, who in enumerate(diary) if who]
    last = days(skipped + length)
    found = continuity([r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows], days(skipped), last)
    walked: list[Hashable] = [who for who in diary[skipped : skipped + length] if who]
    assert (found.days, found.held) == (length, len(walked))
    assert found.main_days == max((walked.count(who) for who in walked), default=0)
    assert found.main == max(walked, key=walked.count, default=None)
    assert found.changes == sum(one != other for one, other in pairwise(walked))
