"""Danish days: when a day begins, and which day a moment ends on."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta

from django.utils.timezone import localdate, make_aware

ONE_DAY = timedelta(days=1)
HALF_A_YEAR = 6


def begin_of(day: date) -> datetime:
    """The moment the day begins in Denmark, in UTC: Python counts two Danish moments by the clock on the wall."""
    return make_aware(datetime.combine(day, time.min)).astimezone(UTC)


def end_of(day: date) -> datetime:
    """The moment the day is over in Denmark: the first of the next."""
    return begin_of(day + ONE_DAY)


def last_day_before(end: datetime) -> date:
    """The last day that lies, at least partly, before `end`."""
    return localdate(end - timedelta(microseconds=1))


def half_a_year_before(day: date) -> date:
    """Six whole months before: from the last day of a month (30 September) it is the last day of one (31 March)."""
    year, month = divmod(day.year * 12 + day.month - 1 - HALF_A_YEAR, 12)
    last = monthrange(year, month + 1)[1]
    ends_month = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if ends_month else min(day.day, last))
