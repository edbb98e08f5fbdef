"""Tables before and after protection: exact counts of people, and what may be shown of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from itertools import product
from math import prod
from typing import Final

import numpy as np
import numpy.typing as npt

THRESHOLD: Final = 5
"""A count is shown of at least so many people, with at least so many in the rest of their group."""
BASE: Final = 5
"""Shown counts are multiples of this."""
SLACK: Final = BASE // 2
"""A count differs by at most so much from what is shown of it."""
ENOUGH: Final = 20
"""Shares and means rest on at least so many people."""
MOST_DIMENSIONS: Final = 3


class Mark(Enum):
    """The one mark of every withheld cell, whatever the reason: never 0, and equal to no number."""

    WITHHELD = "withheld"

    def __repr__(self) -> str:
        return "WITHHELD"


WITHHELD: Final = Mark.WITHHELD

Shown = int | Mark
Key = tuple[str | None, ...]
"""One category for each dimension; None is the total over that dimension."""
Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Category:
    """A line of a dimension, and the finest categories it is made of: itself, until something is merged."""

    label: str
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Dimension:
    """What people are told apart by. A `place` (municipality, project) is crossed with one other at most."""

    name: str
    categories: tuple[Category, ...]
    place: bool = False

    def __post_init__(self) -> None:
        if not self.categories:
            raise ValueError(f"The dimension {self.name!r} has no categories.")
        _refuse_twice((category.label for category in self.categories), f"category of {self.name!r}")
        members = (member for category in self.categories for member in sorted(category.members))
        _refuse_twice(members, f"category of {self.name!r}")

    @classmethod
    def of(cls, name: str, categories: Iterable[str], place: bool = False) -> "Dimension":
        """A dimension whose categories are the finest ones. ValueError for none, or one given twice."""
        return cls(name, tuple(Category(label, frozenset({label})) for label in categories), place)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(category.label for category in self.categories)

    @property
    def atoms(self) -> frozenset[str]:
        """The finest categories of all lines."""
        return frozenset().union(*(category.members for category in self.categories))


@dataclass(frozen=True, slots=True)
class Frame:
    """What a table is about, without its figures.

    `population` names who is counted: two tables of one population count the same people. With `until` the
    population is cumulative, everybody up to and including that day, so counts never fall with the day.
    Errors: ValueError for no or more than three dimensions, a dimension given twice, and a place crossed with
    more than one other dimension.
    """

    population: str
    dimensions: tuple[Dimension, ...]
    until: date | None = None

    def __post_init__(self) -> None:
        if not 1 <= len(self.dimensions) <= MOST_DIMENSIONS:
            raise ValueError(f"A table has one to three dimensions, not {len(self.dimensions)}.")
        _refuse_twice((dimension.name for dimension in self.dimensions), "dimension")
        if any(dimension.place for dimension in self.dimensions) and len(self.dimensions) > 2:
            raise ValueError("A place may be crossed with one other dimension only.")

    @property
    def keys(self) -> tuple[Key, ...]:
        """Every cell, totals included, the last dimension running fastest and its total last."""
        return tuple(product(*((*dimension.labels, None) for dimension in self.dimensions)))

    @property
    def names(self) -> tuple[str, ...]:
        """The dimensions by name."""
        return tuple(dimension.name for dimension in self.dimensions)

    def place_of(self, key: Key) -> int:
        """Where a cell stands among `keys`. ValueError when the table does not have it."""
        lines = [(*dimension.labels, None) for dimension in self.dimensions]
        if len(key) != len(lines) or any(part not in line for part, line in zip(key, lines, strict=True)):
            raise ValueError(f"The table has no cell {key!r}.")
        place = 0
        for part, line in zip(key, lines, strict=True):
            place = place * len(line) + line.index(part)
        return place

    def words(self, key: Key) -> str:
        """A cell as one reads it: "sex woman, area health"; "all" for the whole."""
        parts = [f"{one.name} {part}" for one, part in zip(self.dimensions, key, strict=True) if part is not None]
        return ", ".join(parts) or "all"

    def answers(self, asked: "Frame") -> bool:
        """Whether a table of this frame answers what is asked: the same people, day and dimensions, merged or not.

        Regions do not ask what municipalities have answered: only what is as fine or finer is the same question.
        """
        same = (self.population, self.until, self.names) == (asked.population, asked.until, asked.names)
        return same and all(
            one.atoms == other.atoms
            and all(any(line.members <= own.members for own in one.categories) for line in other.categories)
            for one, other in zip(self.dimensions, asked.dimensions, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Table:
    """Exact counts of people, never shown: `counts` without totals, the last dimension running fastest.

    Errors: ValueError when the counts do not fill the frame or one of them is negative.
    """

    frame: Frame
    counts: tuple[int, ...]

    def __post_init__(self) -> None:
        cells = prod(len(dimension.categories) for dimension in self.frame.dimensions)
        if len(self.counts) != cells:
            raise ValueError(f"The table has {cells} cells, but {len(self.counts)} counts were given.")
        if any(count < 0 for count in self.counts):
            raise ValueError("A count of people cannot be negative.")

    @property
    def inner(self) -> Counts:
        """The counts as an array with one axis a dimension, without totals."""
        shape = [len(dimension.categories) for dimension in self.frame.dimensions]
        return np.array(self.counts, dtype=np.int64).reshape(shape)

    @property
    def extended(self) -> Counts:
        """The counts as an array with one axis a dimension, the total last on each."""
        counts = self.inner
        for axis in range(counts.ndim):
            counts = np.concatenate([counts, counts.sum(axis=axis, keepdims=True)], axis=axis)
        return counts


def tabulate(frame: Frame, columns: Mapping[str, Sequence[str]]) -> Table:
    """Count people into a table.

    Shape: for each dimension of the frame a column of its categories, one row a person, all of equal length.
    Errors: ValueError for a missing or superfluous column, unequal lengths, or an unknown category by name.
    Source: counting.
    """
    names = [dimension.name for dimension in frame.dimensions]
    if set(columns) != set(names):
        raise ValueError(f"The table needs the columns {names}, but got {sorted(columns)}.")
    if len({len(columns[name]) for name in names}) > 1:
        raise ValueError("The columns of a table must have the same length.")
    for dimension in frame.dimensions:
        unknown = set(columns[dimension.name]) - set(dimension.labels)
        if unknown:
            raise ValueError(f"{sorted(unknown)[0]!r} is not a category of {dimension.name!r}.")
    tally = Counter(zip(*(columns[name] for name in names), strict=True))
    cells = product(*(dimension.labels for dimension in frame.dimensions))
    return Table(frame, tuple(tally[cell] for cell in cells))


@dataclass(frozen=True, slots=True)
class SafeTable:
    """What may be shown: for each key of the frame a multiple of 5, or WITHHELD. Totals are rounded on their
    own, so sums may differ from them."""

    frame: Frame
    cells: tuple[Shown, ...]

    def __post_init__(self) -> None:
        if len(self.cells) != len(self.frame.keys):
            raise ValueError(f"The table has {len(self.frame.keys)} cells, but got {len(self.cells)}.")
        if any(not isinstance(cell, Mark) and (cell < THRESHOLD or cell % BASE) for cell in self.cells):
            raise ValueError(f"A safe table shows multiples of {BASE} from {THRESHOLD} up, or the mark.")

    def shown(self, *key: str | None) -> Shown:
        """What is shown of a cell; None stands for a total. ValueError when the table does not have it."""
        return self.cells[self.frame.place_of(key)]

    def share(self, *key: str | None, of: Key) -> Fraction | Mark:
        """What share the cell is of another one that holds it, both as shown, at most 1.

        WITHHELD when either is withheld, or when the whole may be fewer than 20 people: it must be shown as
        25 or more, since 20 may stand for 18.
        Errors: ValueError for a cell the table lacks, or a whole that does not hold the part.
        Source: both figures are already public, so the share tells nothing new.
        """
        if any(whole not in (None, part) for part, whole in zip(key, of, strict=True)):
            raise ValueError(f"{of!r} does not hold {key!r}.")
        part, whole = self.shown(*key), self.shown(*of)
        if isinstance(part, Mark) or isinstance(whole, Mark) or whole - SLACK < ENOUGH:
            return WITHHELD
        return min(Fraction(part, whole), Fraction(1))

    def mean(self, scores: Mapping[str, int]) -> Fraction | Mark:
        """The mean score of a table with one dimension, from the counts as shown: Σ score·shown / Σ shown.

        WITHHELD when a category is withheld, or when there may be fewer than 20 people.
        Errors: ValueError for more dimensions, or when the scores are not one for each category.
        Source: both sums are of public figures, so the mean tells nothing new.
        """
        if len(self.frame.dimensions) != 1 or set(scores) != set(self.frame.dimensions[0].labels):
            raise ValueError("A mean needs a table with one dimension, and one score for each category.")
        total = self.shown(None)
        parts = [(scores[label], self.shown(label)) for label in self.frame.dimensions[0].labels]
        shown = [(score, part) for score, part in parts if not isinstance(part, Mark)]
        if isinstance(total, Mark) or total - SLACK < ENOUGH or len(shown) < len(parts):
            return WITHHELD
        return Fraction(sum(score * part for score, part in shown), sum(part for _, part in shown))


def rounded(count: int) -> int:
    """The nearest multiple of 5; whole numbers never lie half-way."""
    return (count + SLACK) // BASE * BASE


def _refuse_twice(names: Iterable[str], what: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"The {what} {name!r} was given twice.")
        seen.add(name)
