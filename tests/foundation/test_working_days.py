"""Working days: Easter, the holidays of the law, and counting over them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bordenden.foundation.working_days import (
    add_working_days,
    easter,
    holidays,
    is_working_day,
    next_working_day,
    working_day_back,
)

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))


@pytest.mark.parametrize(
    "sunday",
    [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2019, 4, 21),
        date(2023, 4, 9),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2038, 4, 25),
    ],
)
def test_easter_falls_where_the_calendars_print_it(sunday: date) -> None:
    assert easter(sunday.year) == sunday


def test_the_holidays_of_2026_are_these_ten() -> None:
    assert sorted(holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 2),
        date(2026, 4, 3),
        date(2026, 4, 5),
        date(2026, 4, 6),
        date(2026, 5, 14),
        date(2026, 5, 24),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


def test_store_bededag_was_a_holiday_until_2023_and_is_none_from_2024() -> None:
    assert not is_working_day(date(2023, 5, 5))
    assert is_working_day(date(2024, 4, 26))
    assert (len(holidays(2023)), len(holidays(2024))) == (11, 10)


def test_bo_is_not_at_work_at_easter_but_on_5_june_and_24_december_by_law() -> None:
    assert next_working_day(date(2026, 4, 1)) == date(2026, 4, 7)
    assert next_working_day(date(2026, 3, 6)) == date(2026, 3, 9)
    assert [is_working_day(date(2026, 6, 5)), is_working_day(date(2026, 12, 24))] == [True, True]


def test_no_days_on_is_the_day_itself_or_the_first_to_work_on() -> None:
    assert add_working_days(date(2026, 3, 6), 0) == date(2026, 3, 6)
    assert add_working_days(date(2026, 3, 7), 0) == date(2026, 3, 9)
    assert add_working_days(date(2026, 3, 6), 2) == date(2026, 3, 10)
    with pytest.raises(ValueError, match="forward"):
        add_working_days(date(2026, 3, 6), -1)


@given(day=DAYS, number=st.integers(min_value=1, max_value=60))
def test_what_is_added_is_what_lies_between(day: date, number: int) -> None:
    later = add_working_days(day, number)
    assert is_working_day(later)
    between = [day + timedelta(days=ahead) for ahead in range(1, (later - day).days + 1)]
    assert sum(map(is_working_day, between)) == number


@given(day=DAYS)
def test_easter_is_a_sunday_between_22_march_and_25_april(day: date) -> None:
    sunday = easter(day.year)
    assert sunday.weekday() == 6
    assert (3, 22) <= (sunday.month, sunday.day) <= (4, 25)


def test_working_days_are_counted_back_over_a_weekend_and_over_easter() -> None:
    assert working_day_back(date(2026, 3, 2), 2) == date(2026, 2, 26)
    assert working_day_back(date(2026, 4, 7), 2) == date(2026, 3, 31)
    assert working_day_back(date(2026, 3, 7), 0) == date(2026, 3, 6)
    with pytest.raises(ValueError, match="back"):
        working_day_back(date(2026, 3, 6), -1)
