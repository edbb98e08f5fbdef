"""Danish days: summer time, Easter, and the days people are at work."""

from datetime import UTC, date, datetime

import pytest

from bordenden.foundation.days import begin_of, easter_sunday, end_of, is_workday, last_day_before, workdays_back


def test_a_day_begins_and_ends_at_danish_midnight_winter_and_summer() -> None:
    assert begin_of(date(2026, 3, 2)) == datetime(2026, 3, 1, 23, tzinfo=UTC)
    assert begin_of(date(2026, 7, 1)) == datetime(2026, 6, 30, 22, tzinfo=UTC)
    # The clock goes forward this night: the day has 23 hours.
    assert (end_of(date(2026, 3, 29)) - begin_of(date(2026, 3, 29))).total_seconds() == 23 * 3600


def test_the_last_day_before_a_midnight_is_the_day_that_ends_there() -> None:
    assert last_day_before(end_of(date(2026, 3, 12))) == date(2026, 3, 12)
    assert last_day_before(datetime(2026, 3, 12, 9, tzinfo=UTC)) == date(2026, 3, 12)


# Published by the almanac office (almanak.ku.dk) for these years.
@pytest.mark.parametrize(
    ("year", "month", "day"), [(2023, 4, 9), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)]
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter_sunday(year) == date(year, month, day)


@pytest.mark.parametrize(
    "holiday",
    [(1, 1), (4, 2), (4, 3), (4, 6), (5, 14), (5, 25), (12, 25), (12, 26)],
)
def test_nobody_is_asked_to_answer_on_a_public_holiday(holiday: tuple[int, int]) -> None:
    assert not is_workday(date(2026, *holiday))


def test_store_bededag_and_the_days_beside_the_holidays_are_ordinary() -> None:
    assert [is_workday(date(2026, *day)) for day in ((4, 1), (4, 7), (5, 1), (5, 15), (12, 28))] == [True] * 5


def test_working_days_are_counted_over_a_weekend_and_over_easter() -> None:
    assert workdays_back(date(2026, 3, 2), 2) == date(2026, 2, 26)
    assert workdays_back(date(2026, 4, 7), 2) == date(2026, 3, 31)
    assert workdays_back(date(2026, 3, 4), 0) == date(2026, 3, 4)
