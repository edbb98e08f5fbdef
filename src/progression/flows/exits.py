"""Who came, who left and why: exit tables, and people in, out and standing month by month."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from progression.errors import BadInput, refuse_no_day


@dataclass(frozen=True, slots=True)
class Exits:
    """Exits by reason: exact, for the project's own use; publication goes through disclosure.

    `reasons` in the order they were given, `counts` people for each, zeros included, `total` their sum.
    """

    reasons: tuple[str, ...]
    counts: tuple[int, ...]
    total: int

    def count(self, reason: str) -> int:
        """The people who left for this reason. BadInput when the table does not have it."""
        if reason not in self.reasons:
            raise BadInput(f"The table has no reason called {reason!r}.")
        return self.counts[self.reasons.index(reason)]

    def share(self, *reasons: str, of: int | None = None) -> Fraction | None:
        """The exact share that these reasons are of all exits, or of `of` people (say, participants).

        None when there is nobody to be a share of. Errors: BadInput for a reason that is unknown or given
        twice, and for fewer people than exits.
        """
        if len(set(reasons)) != len(reasons):
            raise BadInput("A reason was given twice, and would be counted twice.")
        whole = self.total if of is None else of
        if whole < self.total:
            raise BadInput(f"{self.total} people left, so the whole cannot be {whole}.")
        part = sum(self.count(reason) for reason in reasons)
        return Fraction(part, whole) if whole else None


def exits(reasons: Sequence[str], categories: Sequence[str]) -> Exits:
    """Count exits by reason.

    Shape: one reason an exit, any length; `categories` every reason there may be, in the order to show.
    Errors: BadInput naming an unknown reason and its row (counted from 1), or a category given twice.
    Source: counting; the share of a reason is its count over the total.
    """
    if len(set(categories)) != len(categories):
        twice = next(category for category, times in Counter(categories).items() if times > 1)
        raise BadInput(f"The category {twice!r} was given twice.")
    known = frozenset(categories)
    for row, reason in enumerate(reasons, start=1):
        if reason not in known:
            raise BadInput(f"Row {row}: {reason!r} is not among the reasons of this table.", row=row)
    tally = Counter(reasons)
    counts = tuple(tally[category] for category in categories)
    return Exits(reasons=tuple(categories), counts=counts, total=sum(counts))


@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month: people who began in it, people who stopped in it, people in on its last day."""

    first: date
    begun: int
    stopped: int
    standing: int


def monthly(starts: Sequence[date], stops: Sequence[date | None], first: date, last: date) -> tuple[Month, ...]:
    """People in, out and standing for each calendar month from that of `first` to that of `last`.

    Shape: one start and one stop a person (None: still in). Intervals are half-open, [start, stop): a person
    is in on the start day and no longer in on the stop day. So who stops on the 1st is out in that month, and
    who starts and stops on one day is counted in and out, but never standing.
    Errors: BadInput for columns of unequal length, a stop before its start (row counted from 1), and a last
    month before the first.
    Source: stock and flow, standing(m) = standing(m − 1) + begun(m) − stopped(m); people who began before the
    first month are in its standing.
    """
    _refuse_bad_spells(starts, stops)
    if last < first:
        raise BadInput(f"The last month, {last:%Y-%m}, comes before the first, {first:%Y-%m}.")
    begun, before_begun = _by_month(list(starts), first, last)
    stopped, before_stopped = _by_month([stop for stop in stops if stop is not None], first, last)
    standing = before_begun - before_stopped + np.cumsum(begun - stopped)
    return tuple(
        Month(_month_after(first, index), int(begun[index]), int(stopped[index]), int(standing[index]))
        for index in range(len(begun))
    )


def _refuse_bad_spells(starts: Sequence[date], stops: Sequence[date | None]) -> None:
    if len(starts) != len(stops):
        raise BadInput(f"There are {len(starts)} starts but {len(stops)} stops.")
    for row, (start, stop) in enumerate(zip(starts, stops, strict=True), start=1):
        refuse_no_day("starts", row, start)
        if stop is not None:
            refuse_no_day("stops", row, stop)
            if stop < start:
                raise BadInput(f"Row {row}: stops on {stop}, before it starts on {start}.", row=row)


def _by_month(days: Sequence[date], first: date, last: date) -> tuple[npt.NDArray[np.int64], int]:
    """Days counted by month from `first` to `last`, and how many lie before."""
    length = _month_number(last) - _month_number(first) + 1
    months = np.array([_month_number(day) for day in days], dtype=np.int64) - _month_number(first)
    within = months[(months >= 0) & (months < length)]
    return np.bincount(within, minlength=length).astype(np.int64), int(np.count_nonzero(months < 0))


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_after(first: date, months: int) -> date:
    year, month = divmod(_month_number(first) + months, 12)
    return date(year, month + 1, 1)
