"""A stretch of days on one benefit, and weeks as such stretches."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from progression import _given
from progression.errors import BadInput, NegativeDuration

_WEEK: Final = re.compile(r"(\d{4})-?W?(\d{2})")
_STEP: Final = timedelta(days=7)
_LAST: Final = timedelta(days=6)

Week = tuple[int, int, str]
"""An ISO year, an ISO week of it (1 to 52 or 53), and the code of the benefit paid in it."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days on one benefit, from `starts_on` to `ends_on`, both included; None: it goes on.

    `benefit` is a code of the rules it is asked about. Errors: NegativeDuration when it ends before it starts;
    NotANumber for what is no date; BadInput for a benefit that is no text.
    """

    benefit: str
    starts_on: date
    ends_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        _given.of_kind("A benefit", self.benefit, str)
        _given.day("The beginning of a period", self.starts_on)
        if self.ends_on is not None:
            _given.day("The end of a period", self.ends_on)
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise NegativeDuration(f"The period ends on {self.ends_on}, before it starts on {self.starts_on}.")


def week_of(text: str) -> tuple[int, int]:
    """The ISO year and week of `2014-W05`, `2014W05` or `201405`. Errors: BadInput for anything else, such as
    week 53 of a year that has 52."""
    _given.of_kind("A week", text, str)
    found = _WEEK.fullmatch(text.strip())
    if found is None:
        raise BadInput(f"{text!r} is no week; write 2014-W05 or 201405.")
    year, week = int(found[1]), int(found[2])
    monday_of(year, week)
    return year, week


def monday_of(year: int, week: int) -> date:
    """The first day of an ISO week. Errors: NotANumber for no whole number, BadInput for a week the year has not."""
    _given.whole("A year", year)
    _given.whole("A week", week)
    try:
        return date.fromisocalendar(year, week, 1)
    except (ValueError, OverflowError):
        raise BadInput(f"The year {year} has no week {week}.") from None


def weeks_to_periods(weeks: Iterable[Week]) -> tuple[Period, ...]:
    """Weeks as periods: Monday to Sunday, weeks of one benefit that follow each other as one period.

    One day is enough for a week to be coded, and nobody knows which. So a week counts as all its days, and thereby in
    every month it touches. Weeks may come in any order, twice, and with several benefits. The periods are sorted.
    Errors, naming the row (from 1): BadInput for what is no week, such as week 53 of a year that has 52.
    Source: DREAM codes a week when benefit was paid for a day.
    """
    mondays: dict[str, set[date]] = {}
    for row, (year, week, benefit) in enumerate(_rows_of(weeks), start=1):
        try:
            monday = monday_of(year, week)
        except BadInput as refused:
            raise type(refused)(f"Row {row}: {refused}", row=row) from None
        if monday > date.max - _STEP:
            raise BadInput(f"Row {row}: after week {week} of {year} there are no days.", row=row)
        mondays.setdefault(benefit, set()).add(monday)
    found = [period for benefit, days in mondays.items() for period in _runs(benefit, sorted(days))]
    return tuple(sorted(found, key=lambda one: (one.starts_on, one.benefit)))


def _rows_of(weeks: Iterable[Week]) -> tuple[Week, ...]:
    """The weeks, each with its three parts."""
    found = _given.each("The weeks", weeks, (tuple, list))
    parts: Iterable[Sequence[object]] = found
    for row, one in enumerate(parts, start=1):
        if len(one) != 3 or not isinstance(one[2], str):
            raise BadInput(f"Row {row}: a week is a year, a week of it, and the code of a benefit.", row=row)
    return found


def _runs(benefit: str, mondays: list[date]) -> Iterable[Period]:
    first = mondays[0]
    for monday, following in zip(mondays, [*mondays[1:], None], strict=True):
        if following != monday + _STEP:
            yield Period(benefit, first, monday + _LAST)
            first = following or first
