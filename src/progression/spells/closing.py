"""Where a spell on benefit begins and ends: only a wholly empty calendar month closes it."""

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import Final

from progression import _given
from progression.errors import BadInput
from progression.spells.periods import Period

FOLLOW_UP: Final = (1, 3, 6, 12)
"""How many months after a spell its status is asked for."""


@dataclass(frozen=True, slots=True)
class Spell:
    """An uninterrupted spell as seen on a day: its first and its last day with benefit, up to that day.

    `closed_by` is the first day of the first calendar month that was wholly empty after it; None: it is not closed.
    """

    starts_on: date
    last_day: date
    closed_by: date | None


def spells_of(periods: Iterable[Period], *, on: date, benefits: Collection[str] | None = None) -> tuple[Spell, ...]:
    """The spells of one person as known on a day, first to last; benefits count together.

    Shape: any number of periods, in any order, overlapping or twice. `benefits`: the codes that count; None: all.
    Days after `on` are not known yet. A month with one day of benefit is not empty, and the month of `on` is not
    over, so it closes nothing: a spell is open when there was benefit in it or in the month before.
    Errors: BadInput, with the place from 1, for what is no Period, NotANumber for a day that is none.
    Source: STAR's project description of 2014, note 2; the national statistics (Jobindsats) close a spell alike.
    """
    _given.day("The day on which spells are known", on)
    counted = None if benefits is None else frozenset(_given.each("The benefits that count", benefits, str))
    days = sorted(
        (one.starts_on, min(one.ends_on or on, on))
        for one in _given.each("The periods", periods, Period)
        if one.starts_on <= on and (counted is None or one.benefit in counted)
    )
    runs: list[tuple[date, date]] = []
    for first, last in days:
        if runs and _empty_months(runs[-1][1], first) < 1:
            runs[-1] = (runs[-1][0], max(runs[-1][1], last))
        else:
            runs.append((first, last))
    later = [first for first, _ in runs[1:]] + [on]
    return tuple(
        Spell(first, last, add_months(last.replace(day=1), 1) if _empty_months(last, then) > 0 else None)
        for (first, last), then in zip(runs, later, strict=False)
    )


def closed_on(periods: Iterable[Period], *, on: date, benefits: Collection[str] | None = None) -> date | None:
    """The last day with benefit of the latest spell, when that spell is closed on a day; None: open, or never any.

    The rule (and the errors) are those of `spells_of`, so what resets a count and what ends a spell are one thing.
    """
    spells = spells_of(periods, on=on, benefits=benefits)
    return spells[-1].last_day if spells and spells[-1].closed_by else None


def status_after(ended_on: date, months: Iterable[int] = FOLLOW_UP) -> Mapping[int, date]:
    """The days on which to ask what became of somebody whose spell ended: so many months after, as {months: day}.

    From the last day of a long month it is the last day of a shorter one. Source: Jobindsats' note on status after
    1, 3, 6 and 12 months. Errors: those of `add_months`.
    """
    return {count: add_months(ended_on, count) for count in _given.each("The months", months, object)}


def add_months(day: date, months: int) -> date:
    """The same day of a later (or earlier) month; where that month is shorter, its last day.

    Errors: NotANumber for what is no day or no whole number; BadInput where no calendar reaches.
    """
    _given.day("A day", day)
    _given.whole("Months", months)
    year, month = divmod(month_number(day) + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise BadInput(f"{months} months from {day} there is no day: a year goes from {MINYEAR} to {MAXYEAR}.")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """The same day of a later year; of 29 February it is 28 February, where the year has no other.

    Errors: those of `add_months`.
    """
    _given.whole("Years", years)
    return add_months(day, 12 * years)


def month_number(day: date) -> int:
    """Months since the year 0: neighbours differ by 1."""
    return day.year * 12 + day.month - 1


def _empty_months(last: date, first: date) -> int:
    """Calendar months that lie wholly between two days; 0 or less: none."""
    return month_number(first) - month_number(last) - 1
