"""Danish working days: not Saturday, Sunday, nor a public holiday (Store bededag was one until 2023)."""

from datetime import date, timedelta

DAY = timedelta(days=1)
FIRST_YEAR_WITHOUT_GREAT_PRAYER_DAY = 2024
SATURDAY = 5
# Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday: days from Easter Sunday.
AROUND_EASTER = (-3, -2, 1, 39, 50)
GREAT_PRAYER_DAY = 26


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher)."""
    golden, century, in_century = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def is_workday(day: date) -> bool:
    """Whether offices are open by law's calendar."""
    return day.weekday() < SATURDAY and day not in _holidays(day.year)


def workday_back(day: date, number: int) -> date:
    """The working day `number` working days before; 0 is the day itself, or the last working day before it."""
    while not is_workday(day):
        day -= DAY
    for _step in range(number):
        day -= DAY
        while not is_workday(day):
            day -= DAY
    return day


def _holidays(year: int) -> set[date]:
    sunday = easter(year)
    moving = {sunday + days * DAY for days in AROUND_EASTER}
    if year < FIRST_YEAR_WITHOUT_GREAT_PRAYER_DAY:
        moving.add(sunday + GREAT_PRAYER_DAY * DAY)
    return moving | {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
