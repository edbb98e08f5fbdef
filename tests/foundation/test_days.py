"""Danish days: summer time, the last day before a moment, working days counted back."""

from datetime import UTC, date, datetime

from bordenden.foundation.days import begin_of, end_of, last_day_before, working_days_back


def test_a_day_begins_and_ends_at_danish_midnight_winter_and_summer() -> None:
    assert begin_of(date(2026, 3, 2)) == datetime(2026, 3, 1, 23, tzinfo=UTC)
    assert begin_of(date(2026, 7, 1)) == datetime(2026, 6, 30, 22, tzinfo=UTC)
    # The clock goes forward this night: the day has 23 hours.
    assert (end_of(date(2026, 3, 29)) - begin_of(date(2026, 3, 29))).total_seconds() == 23 * 3600


def test_the_last_day_before_a_midnight_is_the_day_that_ends_there() -> None:
    assert last_day_before(end_of(date(2026, 3, 12))) == date(2026, 3, 12)
    assert last_day_before(datetime(2026, 3, 12, 9, tzinfo=UTC)) == date(2026, 3, 12)


def test_working_days_are_counted_over_a_weekend_and_over_easter() -> None:
    assert working_days_back(date(2026, 3, 2), 2) == date(2026, 2, 26)
    assert working_days_back(date(2026, 4, 7), 2) == date(2026, 3, 31)
    assert working_days_back(date(2026, 3, 4), 0) == date(2026, 3, 4)
