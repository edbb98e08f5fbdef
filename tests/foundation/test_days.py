"""Danish days: midnight in winter and in summer."""

from datetime import UTC, date, datetime

import pytest

from bordenden.foundation.days import begin_of, end_of, half_a_year_before, last_day_before


def test_a_day_begins_and_ends_at_danish_midnight_winter_and_summer() -> None:
    assert begin_of(date(2026, 3, 2)) == datetime(2026, 3, 1, 23, tzinfo=UTC)
    assert begin_of(date(2026, 7, 1)) == datetime(2026, 6, 30, 22, tzinfo=UTC)
    # The clock goes forward this night: the day has 23 hours.
    assert (end_of(date(2026, 3, 29)) - begin_of(date(2026, 3, 29))).total_seconds() == 23 * 3600


def test_the_last_day_before_a_midnight_is_the_day_that_ends_there() -> None:
    assert last_day_before(end_of(date(2026, 3, 12))) == date(2026, 3, 12)
    assert last_day_before(datetime(2026, 3, 12, 9, tzinfo=UTC)) == date(2026, 3, 12)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2016, 9, 30), date(2016, 3, 31)),
        (date(2016, 8, 31), date(2016, 2, 29)),
        (date(2016, 8, 30), date(2016, 2, 29)),
        (date(2016, 12, 15), date(2016, 6, 15)),
        (date(2017, 2, 28), date(2016, 8, 31)),
    ],
)
def test_half_a_year_before_is_six_whole_months(day: date, before: date) -> None:
    assert half_a_year_before(day) == before
