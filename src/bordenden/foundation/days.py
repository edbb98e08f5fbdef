"""Danish days: when a day begins, and which day a moment ends on."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta

from django.utils.timezone import localdate, make_aware

ONE_DAY = timedelta(days=1)


def begin_of(day: date) -> datetime:
    """The moment the day begins in Denmark, in UTC: Python counts two Danish moments by the clock on the wall."""
    return make_aware(datetime.combine(day, time.min)).astimezone(UTC)


def end_of(day: date) -> datetime:
    """The moment the day is over in Denmark: the first of the next."""
    return begin_of(day + ONE_DAY)


def last_day_before(end: datetime) -> date:
    """The last day that lies, at least partly, before `end`."""
    return localdate(end - timedelta(microseconds=1))


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the month's last where it has no such day (31 January → 28 February)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
