"""Danish days: when a day begins, and which day a moment ends on."""

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
