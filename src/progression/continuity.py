"""Continuity: on how many days of a course the same one was the caseworker, and how often it changed."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby, pairwise

from progression.errors import BadInput, refuse_no_day

__all__ = [
    "Continuity",
    "Together",
    "continuity",
    "together",
]


@dataclass(frozen=True, slots=True)
class Continuity:
    """One course: its days, the days anybody held it, those of the one who held it longest, and the changes."""

    days: int
    held: int
    main: Hashable | None
    main_days: int
    changes: int

    @property
    def share(self) -> Fraction | None:
        """Days with the main one over days enrolled; None before the first day is over."""
        return Fraction(self.main_days, self.days) if self.days else None


@dataclass(frozen=True, slots=True)
class Together:
    """Many courses: how many have a day behind them, all their days, and how many had 0, 1, 2 … changes."""

    courses: int
    days: int
    held: int
    main_days: int
    changes: tuple[int, ...]

    @property
    def share(self) -> Fraction | None:
        """Days with each one's main caseworker over all days enrolled; None for no days."""
        return Fraction(self.main_days, self.days) if self.days else None

    @property
    def changed(self) -> int:
        """All changes."""
        return sum(times * courses for times, courses in enumerate(self.changes))


def continuity(
    holders: Sequence[Hashable], starts: Sequence[date], stops: Sequence[date | None], first: date, last: date
) -> Continuity:
    """Who held one course, day by day.

    Shape: one row a stretch: who, the first day, and the day it ended (not included; None: not yet). The course goes
    from `first` (included) to `last` (not included). What lies outside it counts nothing.
    A day without anybody is nobody's, and coming back after it is no change; somebody else then is one.
    The main one has the most days in all; of several with as many, the one who came first.
    Errors: BadInput naming the row (counted from 1) for a stretch that ends before it begins, and where two hold
    the same day.
    Source: counting (hypothesis 1a: days with main caseworker / days enrolled, number of changes).
    """
    if last < first:
        raise BadInput("The course ends before it begins.")
    held = _within(holders, starts, stops, first, last)
    days: Counter[Hashable] = Counter()
    for start, stop, who in held:
        days[who] += (stop - start).days
    main, main_days = max(days.items(), key=lambda one: one[1], default=(None, 0))
    in_turn = [who for who, _stretches in groupby(held, key=lambda stretch: stretch[2])]
    return Continuity((last - first).days, days.total(), main, main_days, max(len(in_turn) - 1, 0))


def together(each: Sequence[Continuity]) -> Together:
    """Many courses as one. Those without a day behind them are left out."""
    begun = [one for one in each if one.days]
    times = Counter(one.changes for one in begun)
    return Together(
        len(begun),
        sum(one.days for one in begun),
        sum(one.held for one in begun),
        sum(one.main_days for one in begun),
        tuple(times[number] for number in range(max(times, default=-1) + 1)),
    )


def _within(
    holders: Sequence[Hashable], starts: Sequence[date], stops: Sequence[date | None], first: date, last: date
) -> list[tuple[date, date, Hashable]]:
    """The stretches in order of days, cut to the course; those of no day are gone."""
    held = []
    if not len(holders) == len(starts) == len(stops):
        raise BadInput(f"There are {len(holders)} holders, {len(starts)} starts and {len(stops)} stops.")
    for row, (who, start, stop) in enumerate(zip(holders, starts, stops, strict=True), start=1):
        refuse_no_day("starts", row, start)
        if stop is not None:
            refuse_no_day("stops", row, stop)
            if stop < start:
                raise BadInput(f"Row {row}: the stretch ends before it begins.", row=row)
        begin, end = max(start, first), last if stop is None else min(stop, last)
        if begin < end:
            held.append((begin, end, row, who))
    held.sort(key=lambda stretch: stretch[:3])
    for before, after in pairwise(held):
        if after[0] < before[1]:
            raise BadInput(f"Row {after[2]}: somebody else holds the same day.", row=after[2])
    return [(begin, end, who) for begin, end, _row, who in held]
