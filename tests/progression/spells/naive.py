"""The same rules written a second time, day by day and as slowly as anybody likes; shares no function with the first."""

from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
COUNTS = ("cash_benefit", "education_benefit")
PROGRAMME = ("resource_programme_benefit",)

Stretch = tuple[str, date, date | None]


@dataclass
class Answer:
    """What the single function and the command are compared with."""

    eligible: bool = False
    rule: str = ""
    track: str | None = None
    age: int | None = None
    spell_start: date | None = None
    last_day: date | None = None
    first_eligible_on: date | None = None
    reset_month: date | None = None
    empty_since: date | None = None


@dataclass
class Walk:
    """Somebody who walks through the calendar and looks at each day whether there was benefit."""

    start: date | None = None
    last: date | None = None
    reset: date | None = None
    since: date | None = None


def walk(stretches: list[Stretch], kinds: tuple[str, ...], on: date) -> Walk:
    paid = set()
    for kind, first, last in stretches:
        day = first
        while kind in kinds and day <= on and (last is None or day <= last):
            paid.add(day)
            day += ONE_DAY
    seen = Walk()
    if not paid:
        return seen
    day = min(paid)
    had_benefit_this_month = False
    while day <= on:
        if day.day == 1:
            had_benefit_this_month = False
        if day in paid:
            had_benefit_this_month = True
            seen.last = day
            if seen.start is None:
                seen.start = day
        tomorrow = day + ONE_DAY
        if tomorrow.day == 1 and tomorrow <= on and not had_benefit_this_month:
            this_month = date(day.year, day.month, 1)
            if seen.start is not None:
                seen.since = this_month
            seen.start, seen.reset = None, this_month
        day = tomorrow
    return seen


def birthday(born: date, year: int) -> date:
    if (born.month, born.day) == (2, 29):
        leap = (year % 4 == 0 and year % 100 != 0) or year % 400 == 0
        return date(year, 2, 29 if leap else 28)
    return date(year, born.month, born.day)


def years_old(born: date, on: date) -> int:
    years = 0
    while birthday(born, born.year + years + 1) <= on:
        years += 1
    return years


def answer(
    stretches: list[Stretch],
    on: date,
    born: date | None,
    skilled: bool | None,
    track: str | None,
    last_referral: date | None,
) -> Answer:
    """The text of the seed, sentence by sentence."""
    said = Answer(age=None if born is None else years_old(born, on))
    if said.age is not None:
        said.track = "job" if said.age >= 30 or skilled is True else "udd" if skilled is False else None

    counted = walk(stretches, COUNTS, on)
    said.last_day, said.reset_month, said.empty_since = counted.last, counted.reset, counted.since
    said.spell_start = counted.start
    if counted.start is not None:
        said.first_eligible_on = birthday(counted.start, counted.start.year + 2)
    enough = said.first_eligible_on is not None and said.first_eligible_on <= on

    programme = walk(stretches, PROGRAMME, on) if not enough else Walk()
    if programme.start is not None:
        said.spell_start = said.first_eligible_on = programme.start
        said.last_day, said.reset_month, said.empty_since = programme.last, None, None

    if last_referral is not None and on > last_referral:
        said.rule = "after_last_referral"
    elif not enough and programme.start is None:
        said.rule = "no_benefit" if counted.start is None else "not_long_enough"
    else:
        who_is_it(said, skilled, track, enough)
    return said


def who_is_it(said: Answer, skilled: bool | None, track: str | None, enough: bool) -> None:
    if said.age is None:
        said.rule = "age_unknown"
    elif said.track is None:
        said.rule = "education_unknown"
    elif track is not None and track != said.track:
        said.rule = "other_track"
    else:
        said.eligible = True
        if enough:
            said.rule = "two_years"
        elif said.age >= 30:
            said.rule = "resource_programme_30"
        else:
            said.rule = "resource_programme_skilled" if skilled else "resource_programme_under_30"


def days_of_weeks(weeks: list[tuple[int, int, str]]) -> list[Stretch]:
    """Each day of each week as a stretch of its own: the calendar is walked until the week is found."""
    found: list[Stretch] = []
    for year, week, kind in weeks:
        day = date(year, 1, 1) - 7 * ONE_DAY
        while day <= date(year, 12, 31) + 7 * ONE_DAY:
            if tuple(day.isocalendar())[:2] == (year, week):
                found.append((kind, day, day))
            day += ONE_DAY
    return found
