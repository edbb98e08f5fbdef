"""Danish days: when a day begins, which day a moment ends on, and which days people are at work."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils.timezone import localdate, make_aware

ONE_DAY = timedelta(days=1)
SATURDAY = 5
# Days after Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday.
# Store bededag is an ordinary day since 2024 (lov nr. 214 af 06/03/2023).
_BY_EASTER = (-3, -2, 1, 39, 50)
_FIXED = {(1, 1), (12, 25), (12, 26)}


def begin_of(day: date) -> datetime:
    """The moment the day begins in Denmark, in UTC: Python counts two Danish moments by the clock on the wall."""
    return make_aware(datetime.combine(day, time.min)).astimezone(UTC)


def end_of(day: date) -> datetime:
    """The moment the day is over in Denmark: the first of the next."""
    return begin_of(day + ONE_DAY)


def last_day_before(end: datetime) -> date:
    """The last day that lies, at least partly, before `end`."""
    return localdate(end - timedelta(microseconds=1))


def is_workday(day: date) -> bool:
    """Monday to Friday and no public holiday."""
    if day.weekday() >= SATURDAY or (day.month, day.day) in _FIXED:
        return False
    return (day - easter_sunday(day.year)).days not in _BY_EASTER


def workdays_back(day: date, number: int) -> date:
    """The day that lies `number` working days before `day`."""
    while number:
        day -= ONE_DAY
        number -= is_workday(day)
    return day


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876; Meeus, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
