"""Curves of ratings over time: one person's item or area, and first to last for many people at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from progression.errors import BadInput, NotANumber, not_a_number, placed, refuse_no_day

__all__ = [
    "MISSING",
    "AreaPoint",
    "AreaTrajectory",
    "Changes",
    "Point",
    "Trajectory",
    "area",
    "change_over",
    "trajectory",
]

MISSING: Final = -1
"""In a column for `change_over`: the person gave no number that day."""

Integers = npt.NDArray[np.int64]
Days = npt.NDArray[np.datetime64]


@dataclass(frozen=True, slots=True)
class Point:
    """One answer on one day, in steps of the scale."""

    at: date
    value: int


@dataclass(frozen=True, slots=True)
class Trajectory:
    """One person's answers to one item: one point a day, days rising; `unanswered` rows without number."""

    points: tuple[Point, ...]
    unanswered: int

    @property
    def n(self) -> int:
        """Days with an answer."""
        return len(self.points)

    @property
    def first(self) -> Point | None:
        return self.points[0] if self.points else None

    @property
    def last(self) -> Point | None:
        return self.points[-1] if self.points else None

    @property
    def previous(self) -> Point | None:
        """The answer before the last, or None when there are fewer than two."""
        return self.points[-2] if self.n > 1 else None

    @property
    def change(self) -> int | None:
        """Last minus first in steps of the scale, or None: one answer shows no change, not a change of 0."""
        return self.points[-1].value - self.points[0].value if self.n > 1 else None

    @property
    def latest_change(self) -> int | None:
        """Last minus previous in steps of the scale, or None when there are fewer than two answers."""
        return self.points[-1].value - self.points[-2].value if self.n > 1 else None

    @property
    def days(self) -> int | None:
        """Days from first to last answer, 0 when there is one, None when there is none."""
        return (self.points[-1].at - self.points[0].at).days if self.points else None


def trajectory(at: Sequence[date], value: Sequence[int | None], order: Sequence[int] | None = None) -> Trajectory:
    """One person's curve on one item; the rows may come in any order.

    Shape: columns of equal length, any length; None is a day without a number. Unit: steps of the scale.
    Several answers on one day: the one with the highest `order` counts (say, a sheet number), and without
    `order` the lower median of the day, which was really given and does not depend on the order of the rows.
    Errors: BadInput for columns of unequal length, or one `order` given twice on the same day.
    """
    lengths = {len(at), len(value), len(at if order is None else order)}
    if len(lengths) > 1:
        raise BadInput("The columns of a trajectory must have the same length.")
    rows = zip(at, value, [0] * len(at) if order is None else order, strict=True)
    by_day: dict[date, list[tuple[int, int]]] = defaultdict(list)
    for row, (day, number, place) in enumerate(rows, start=1):
        refuse_no_day("at", row, day)
        if number is not None:
            if isinstance(number, (str, float, bool)):
                raise not_a_number("value", row, number)
            by_day[day].append((place, number))
    points = tuple(Point(day, _of_one_day(day, by_day[day], order is not None)) for day in sorted(by_day))
    return Trajectory(points=points, unanswered=sum(1 for number in value if number is None))


def _of_one_day(day: date, answers: list[tuple[int, int]], ordered: bool) -> int:
    answers = sorted(answers)
    if not ordered:
        return answers[(len(answers) - 1) // 2][1]
    if any(one[0] == two[0] for one, two in pairwise(answers)):
        raise BadInput(f"Two answers on {day} have the same order, so neither can be the later one.")
    return answers[-1][1]


@dataclass(frozen=True, slots=True)
class AreaPoint:
    """An area on one day: the exact mean of the `answered` items that have an answer that day."""

    at: date
    mean: Fraction
    answered: int


@dataclass(frozen=True, slots=True)
class AreaTrajectory:
    """One person's area of `items` items: points on days with enough answers, and the change like for like.

    `change` is the mean change, first to last point, over the `compared` items that were answered on both
    days; None when there are fewer than two points or no item to compare.
    """

    items: int
    points: tuple[AreaPoint, ...]
    change: Fraction | None
    compared: int


def area(items: Mapping[str, Trajectory]) -> AreaTrajectory:
    """The curve of an area made of several items of one person.

    Shape: at least one item. Unit: steps of the scale, exact. A day counts when at least half of the items
    have an answer that day. Errors: BadInput when there are no items.
    Source: the half rule for multi-item scales, EORTC QLQ-C30 Scoring Manual, third edition (2001).
    """
    if not items:
        raise BadInput("An area needs at least one item.")
    by_day: dict[date, dict[str, int]] = defaultdict(dict)
    for name, curve in items.items():
        for point in curve.points:
            by_day[point.at][name] = point.value
    days = [day for day in sorted(by_day) if 2 * len(by_day[day]) >= len(items)]
    points = tuple(
        AreaPoint(day, Fraction(sum(by_day[day].values()), len(by_day[day])), len(by_day[day])) for day in days
    )
    first, last = (by_day[days[0]], by_day[days[-1]]) if len(days) > 1 else ({}, {})
    both = first.keys() & last.keys()
    moved = sum(last[name] - first[name] for name in both)
    return AreaTrajectory(len(items), points, Fraction(moved, len(both)) if both else None, len(both))


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """First to last for many people: columns of equal length, a row a person with an answer, persons rising.

    `n` days with an answer; `first` and `last` in steps of the scale; `change` their difference (0 where n is
    1, so read it together with n); `first_at` and `last_at` days; `days` between them.
    """

    person: Integers
    n: Integers
    first: Integers
    last: Integers
    change: Integers
    first_at: Days
    last_at: Days
    days: Integers


def change_over(person: npt.ArrayLike, at: npt.ArrayLike, value: npt.ArrayLike) -> Changes:
    """The change from first to last answer of many people on one item; the rows may come in any order.

    Shape: three columns of equal length: whole numbers naming the persons, days (datetime64 or dates), whole
    numbers ≥ 0 in steps of the scale, MISSING where there is no number. Several answers of one person on one
    day: the lower median of the day, as in `trajectory`.
    Errors: BadInput for columns of unequal length, values that are no whole numbers or below MISSING, and
    days that are no days. Source: sort and cut; about n·log n for n rows.
    """
    people, days, values = _columns(person, at, value)
    keep = values != MISSING
    people, days, values = _sorted(people[keep], days[keep], values[keep])
    day_starts = _starts(people, days)
    sizes = np.diff(np.append(day_starts, len(people)))
    chosen = day_starts + (sizes - 1) // 2
    people, days, values = people[chosen], days[chosen], values[chosen]
    begins = _starts(people)
    n = np.diff(np.append(begins, len(people)))
    ends = begins + n - 1
    return Changes(
        person=people[begins],
        n=n,
        first=values[begins],
        last=values[ends],
        change=values[ends] - values[begins],
        first_at=days[begins].astype("datetime64[D]"),
        last_at=days[ends].astype("datetime64[D]"),
        days=days[ends] - days[begins],
    )


def _columns(person: npt.ArrayLike, at: npt.ArrayLike, value: npt.ArrayLike) -> tuple[Integers, Integers, Integers]:
    try:
        days = np.asarray(at, dtype="datetime64[D]")
    except (TypeError, ValueError):
        raise NotANumber("Column 'at' holds something that is not a day.", column="at") from None
    if np.isnat(days).any():
        row = int(np.flatnonzero(np.isnat(days))[0]) + 1
        raise BadInput(f"{placed('at', row)}: there is no day.", column="at", row=row)
    columns = (_whole(person, "person"), days.astype(np.int64), _whole(value, "value"))
    if len({column.shape for column in columns}) > 1 or columns[0].ndim != 1:
        raise BadInput("The columns person, at and value must have the same length.")
    if columns[2].size and columns[2].min() < MISSING:
        row = int(np.flatnonzero(columns[2] < MISSING)[0]) + 1
        sentence = f"{placed('value', row)}: {columns[2][row - 1]} is below {MISSING}, the mark for no answer."
        raise BadInput(sentence, column="value", row=row)
    return columns


def _whole(column: npt.ArrayLike, name: str) -> Integers:
    array = np.asarray(column)
    if array.size and array.dtype.kind not in "iu":
        raise NotANumber(f"Column {name!r} must hold whole numbers, but holds {array.dtype}.", column=name)
    return array.astype(np.int64)


def _sorted(people: Integers, days: Integers, values: Integers) -> tuple[Integers, Integers, Integers]:
    """Rows by person, day, value: packed into one number each where that fits, which sorts far faster."""
    if not people.size:
        return people, days, values
    floors = [int(column.min()) for column in (people, days, values)]
    widths = [int(column.max()) - floor + 1 for column, floor in zip((people, days, values), floors, strict=True)]
    if widths[0] * widths[1] * widths[2] >= 2**63:
        order = np.lexsort((values, days, people))
        return people[order], days[order], values[order]
    packed = ((people - floors[0]) * widths[1] + (days - floors[1])) * widths[2] + (values - floors[2])
    packed.sort()
    rest, values = np.divmod(packed, widths[2])
    people, days = np.divmod(rest, widths[1])
    return people + floors[0], days + floors[1], values + floors[2]


def _starts(*columns: Integers) -> Integers:
    """Where a new run of equal rows begins in sorted columns."""
    if not columns[0].size:
        return np.zeros(0, dtype=np.int64)
    new = np.zeros(len(columns[0]), dtype=bool)
    new[0] = True
    for column in columns:
        new[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(new)
