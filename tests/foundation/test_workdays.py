"""Working days in Denmark: Easter, the days around it, and how far back some working days reach."""

from datetime import date, timedelta

import pytest

from bordenden.foundation.workdays import easter, is_workday, workday_back


@pytest.mark.parametrize(
    "sunday",
    [date(2000, 4, 23), date(2008, 3, 23), date(2011, 4, 24), date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5)],
)
def test_easter(sunday: date) -> None:
    assert easter(sunday.year) == sunday


def test_the_public_holidays_of_a_year_on_weekdays() -> None:
    days = [date(2026, 1, 1) + timedelta(days=count) for count in range(365)]
    closed = [day for day in days if not is_workday(day) and day.weekday() < 5]
    assert closed == [
        date(2026, 1, 1),
        date(2026, 4, 2),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 25),
    ]


def test_the_great_prayer_day_was_a_holiday_for_the_last_time_in_2023() -> None:
    assert (is_workday(date(2023, 5, 5)), is_workday(date(2024, 4, 26))) == (False, True)


@pytest.mark.parametrize(
    ("day", "number", "back"),
    [
        (date(2026, 3, 6), 3, date(2026, 3, 3)),
        (date(2026, 3, 2), 3, date(2026, 2, 25)),
        (date(2026, 3, 1), 0, date(2026, 2, 27)),
        (date(2026, 3, 1), 1, date(2026, 2, 26)),
        (date(2026, 4, 7), 1, date(2026, 4, 1)),
    ],
    ids=["a Friday", "over a weekend", "a Sunday is the Friday before", "from a Sunday", "over Easter"],
)
def test_some_working_days_back(day: date, number: int, back: date) -> None:
    assert workday_back(day, number) == back
