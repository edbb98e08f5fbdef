"""Danish working days: Monday to Friday, less the public holidays; what a promise of an answer is counted in.

Public holidays are those of the law (helligdage). 24 and 31 December and 5 June are none by law: whether an office
is closed then is decided where it is. Store bededag was the fourth Friday after Easter until 2023; it was taken off
the calendar by Act no. 214 of 6 March 2023 and is a working day from 2024.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

ONE_DAY = timedelta(days=1)
SATURDAY = 5
LAST_STORE_BEDEDAG = 2023
# Days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Easter Monday, Ascension, Whit Sunday, Whit Monday.
_FROM_EASTER = (-3, -2, 0, 1, 39, 49, 50)
_STORE_BEDEDAG = 26
_FIXED = ((1, 1), (12, 25), (12, 26))


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous method: Nature, 20 April 1876, vol. 13, p. 487)."""
    golden, (century, in_century) = year % 19, divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    moon = (century + 8) // 25
    epact = (19 * golden + century - leap_centuries - (century - moon + 1) // 3 + 15) % 30
    leaps, after = divmod(in_century, 4)
    weekday = (32 + 2 * rest + 2 * leaps - epact - after) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def holidays(year: int) -> frozenset[date]:
    """The public holidays of a year."""
    sunday = easter(year)
    moving = (*_FROM_EASTER, *((_STORE_BEDEDAG,) if year <= LAST_STORE_BEDEDAG else ()))
    fixed = {date(year, month, day) for month, day in _FIXED}
    return frozenset(fixed | {sunday + timedelta(days=days) for days in moving})


def is_working_day(day: date) -> bool:
    """Whether people are at work."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def working_days_after(day: date) -> Iterator[date]:
    """The working days after that day, one by one, without end."""
    while True:
        day += ONE_DAY
        if is_working_day(day):
            yield day


def next_working_day(day: date) -> date:
    """The first working day after that day."""
    return next(working_days_after(day))


def add_working_days(day: date, number: int) -> date:
    """The day that many working days after; 0 is the day itself, or the first working day if it is none.

    Raises ValueError for a negative number.
    """
    if number < 0:
        raise ValueError("working days are counted forward")
    if number == 0:
        return day if is_working_day(day) else next_working_day(day)
    days = working_days_after(day)
    for _ in range(number - 1):
        next(days)
    return next(days)


def working_day_back(day: date, number: int) -> date:
    """The day that many working days before; 0 is the day itself, or the last working day before it if it is none.

    Raises ValueError for a negative number.
    """
    if number < 0:
        raise ValueError("working days are counted back by a number from 0 up")
    while not is_working_day(day):
        day -= ONE_DAY
    for _ in range(number):
        day -= ONE_DAY
        while not is_working_day(day):
            day -= ONE_DAY
    return day
