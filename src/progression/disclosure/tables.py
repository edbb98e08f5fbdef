"""Tables before and after protection: exact counts of people, and what may be shown of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from progression import _given
from progression.errors import BadInput, OffTheScale, UnknownColumn, UnknownTable, placed

THRESHOLD: Final = 5
"""A count is shown of at least so many people, with at least so many in the rest of their group."""
BASE: Final = 5
"""Shown counts are multiples of this."""
SLACK: Final = BASE // 2
"""A count differs by at most so much from what is shown of it."""
ENOUGH: Final = 20
"""Shares and means rest on at least so many people."""
MOST_DIMENSIONS: Final = 3
MOST_PEOPLE: Final = 10**10
"""There are not so many, and sums of them are exact in every number the solver uses."""


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
    """A line of a dimension, and the finest categories it is made of: itself, until something is merged.

    Errors: BadInput for a name that is no text, and for none of the finest.
    """

    label: str
    members: frozenset[str]

    def __post_init__(self) -> None:
        _given.of_kind("The name of a category", self.label, str)
        _given.of_kind(f"What {self.label!r} is made of", self.members, frozenset)
        if not _given.each(f"What {self.label!r} is made of", self.members, str):
            raise BadInput(f"The category {self.label!r} is made of nothing.")


@dataclass(frozen=True, slots=True)
class Dimension:
    """What people are told apart by. A `place` (municipality, project) is crossed with one other at most.

    Errors: BadInput for no categories, one given twice, and what is no Category.
    """

    name: str
    categories: tuple[Category, ...]
    place: bool = False

    def __post_init__(self) -> None:
        _given.of_kind("The name of a dimension", self.name, str)
        _given.of_kind("Whether a dimension is a place", self.place, bool)
        if not _given.each(f"The categories of {self.name!r}", self.categories, Category):
            raise BadInput(f"The dimension {self.name!r} has no categories.", column=self.name)
        _refuse_twice((category.label for category in self.categories), f"category of {self.name!r}")
        members = (member for category in self.categories for member in sorted(category.members))
        _refuse_twice(members, f"category of {self.name!r}")

    @classmethod
    def of(cls, name: str, categories: Iterable[str], place: bool = False) -> "Dimension":
        """A dimension whose categories are the finest ones. Errors: those of the dimension."""
        labels = _given.each("The categories", categories, str)
        return cls(name, tuple(Category(label, frozenset({label})) for label in labels), place)

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
    Errors: BadInput for no or more than three dimensions, a dimension given twice, and a place crossed with
    more than one other dimension; NotANumber for a last day that is none.
    """

    population: str
    dimensions: tuple[Dimension, ...]
    until: date | None = None

    def __post_init__(self) -> None:
        _given.of_kind("A population", self.population, str)
        if self.until is not None:
            _given.day("The last day of a population", self.until)
        if not 1 <= len(_given.each("The dimensions", self.dimensions, Dimension)) <= MOST_DIMENSIONS:
            raise BadInput(f"A table has one to three dimensions, not {len(self.dimensions)}.")
        _refuse_twice((dimension.name for dimension in self.dimensions), "dimension")
        if any(dimension.place for dimension in self.dimensions) and len(self.dimensions) > 2:
            raise BadInput("A place may be crossed with one other dimension only.")

    @property
    def keys(self) -> tuple[Key, ...]:
        """Every cell, totals included, the last dimension running fastest and its total last."""
        return tuple(product(*((*dimension.labels, None) for dimension in self.dimensions)))

    @property
    def names(self) -> tuple[str, ...]:
        """The dimensions by name."""
        return tuple(dimension.name for dimension in self.dimensions)

    def place_of(self, key: Key) -> int:
        """Where a cell stands among `keys`. BadInput when the table does not have it."""
        _given.of_kind("A cell", key, tuple)
        lines = [(*dimension.labels, None) for dimension in self.dimensions]
        if len(key) != len(lines) or any(part not in line for part, line in zip(key, lines, strict=True)):
            raise BadInput(f"The table has no cell {key!r}.")
        place = 0
        for part, line in zip(key, lines, strict=True):
            place = place * len(line) + line.index(part)
        return place

    def words(self, key: Key) -> str:
        """A cell as one reads it: "sex woman, area health"; "all" for the whole. BadInput for another's."""
        self.place_of(key)
        parts = [f"{one.name} {part}" for one, part in zip(self.dimensions, key, strict=True) if part is not None]
        return ", ".join(parts) or "all"

    def answers(self, asked: "Frame") -> bool:
        """Whether a table of this frame answers what is asked: the same people, day and dimensions, merged or not.

        Regions do not ask what municipalities have answered: only what is as fine or finer is the same question.
        """
        _given.of_kind("What is asked", asked, Frame)
        same = (self.population, self.until, self.names) == (asked.population, asked.until, asked.names)
        return same and all(
            one.atoms == other.atoms
            and all(any(line.members <= own.members for own in one.categories) for line in other.categories)
            for one, other in zip(self.dimensions, asked.dimensions, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Table:
    """Exact counts of people, never shown: `counts` without totals, the last dimension running fastest.

    Errors, naming the place of a count from 1: BadInput when the counts do not fill the frame, NotANumber for what is
    no whole number, OffTheScale for a negative one.
    """

    frame: Frame
    counts: tuple[int, ...]

    def __post_init__(self) -> None:
        _given.of_kind("What a table is about", self.frame, Frame)
        counts = _given.each("The counts", self.counts, object)
        cells = prod(len(dimension.categories) for dimension in self.frame.dimensions)
        if len(counts) != cells:
            raise BadInput(f"The table has {cells} cells, but {len(counts)} counts were given.")
        for row, count in enumerate(counts, start=1):
            _given.whole(f"Count {row} of people", count, least=0, most=MOST_PEOPLE, row=row)

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
    Errors: UnknownColumn for a missing or superfluous column, BadInput for unequal lengths, and, with the row
    (from 1), for what is no category; UnknownTable for no columns by name.
    Source: counting.
    """
    _given.of_kind("What a table is about", frame, Frame)
    held = _columns(frame, columns)
    tally = Counter(zip(*held, strict=True))
    cells = product(*(dimension.labels for dimension in frame.dimensions))
    return Table(frame, tuple(tally[cell] for cell in cells))


def _columns(frame: Frame, columns: Mapping[str, Sequence[str]]) -> list[tuple[Any, ...]]:
    """The column of each dimension, all of them good."""
    if not callable(getattr(columns, "keys", None)):
        raise UnknownTable(f"The columns must stand in a table by name, and not be {_given.said(columns)}.")
    names, got = list(frame.names), [str(name) for name in columns.keys()]  # noqa: SIM118 (a pandas table, too)
    odd = next((name for name in (*names, *got) if (name in names) != (name in got)), None)
    if odd is not None:
        raise UnknownColumn(f"The table needs the columns {names}, but got {sorted(got)}.", column=odd)
    held: list[tuple[Any, ...]] = [_given.each(f"Column {name!r}", columns[name], object) for name in names]
    if len({len(column) for column in held}) > 1:
        raise BadInput("The columns of a table must have the same length.")
    for dimension, column in zip(frame.dimensions, held, strict=True):
        known = frozenset(dimension.labels)
        for row, value in enumerate(column, start=1):
            if not isinstance(value, str) or value not in known:
                sentence = f"{placed(dimension.name, row)}: {_given.said(value)} is not a category of it."
                raise BadInput(sentence, column=dimension.name, row=row)
    return held


@dataclass(frozen=True, slots=True)
class SafeTable:
    """What may be shown: for each key of the frame a multiple of 5, or WITHHELD. Totals are rounded on their
    own, so sums may differ from them.

    Errors, naming the place of a cell from 1: BadInput when the cells do not fill the frame, NotANumber for what is
    neither a whole number nor the mark, OffTheScale for what is no multiple of 5.
    """

    frame: Frame
    cells: tuple[Shown, ...]

    def __post_init__(self) -> None:
        _given.of_kind("What a table is about", self.frame, Frame)
        cells = _given.each("The cells", self.cells, object)
        if len(cells) != len(self.frame.keys):
            raise BadInput(f"The table has {len(self.frame.keys)} cells, but got {len(cells)}.")
        for row, cell in enumerate(self.cells, start=1):
            if isinstance(cell, Mark):
                continue
            _given.whole(f"Cell {row}", cell, most=MOST_PEOPLE, row=row)
            if cell < THRESHOLD or cell % BASE:
                shows = f"a safe table shows multiples of {BASE} from {THRESHOLD} up, or the mark"
                raise OffTheScale(f"Cell {row}: {cell} cannot stand there; {shows}.", row=row)

    def shown(self, *key: str | None) -> Shown:
        """What is shown of a cell; None stands for a total. BadInput when the table does not have it."""
        return self.cells[self.frame.place_of(key)]

    def share(self, *key: str | None, of: Key) -> Fraction | Mark:
        """What share the cell is of another one that holds it, both as shown, at most 1.

        WITHHELD when either is withheld, or when the whole may be fewer than 20 people: it must be shown as
        25 or more, since 20 may stand for 18.
        Errors: BadInput for a cell the table lacks, or a whole that does not hold the part.
        Source: both figures are already public, so the share tells nothing new.
        """
        part, whole = self.shown(*key), self.cells[self.frame.place_of(of)]
        if any(two not in (None, one) for one, two in zip(key, of, strict=True)):
            raise BadInput(f"{of!r} does not hold {key!r}.")
        if isinstance(part, Mark) or isinstance(whole, Mark) or whole - SLACK < ENOUGH:
            return WITHHELD
        return min(Fraction(part, whole), Fraction(1))

    def mean(self, scores: Mapping[str, int]) -> Fraction | Mark:
        """The mean score of a table with one dimension, from the counts as shown: Σ score·shown / Σ shown.

        WITHHELD when a category is withheld, or when there may be fewer than 20 people.
        Errors: BadInput for more dimensions, or when the scores are not one for each category; NotANumber for a score
        that is no exact number.
        Source: both sums are of public figures, so the mean tells nothing new.
        """
        _given.of_kind("The scores of a mean", scores, Mapping)
        if len(self.frame.dimensions) != 1 or set(scores) != set(self.frame.dimensions[0].labels):
            raise BadInput("A mean needs a table with one dimension, and one score for each category.")
        for label, score in scores.items():
            _given.exact(f"The score of {label!r}", score)
        total = self.shown(None)
        parts = [(scores[label], self.shown(label)) for label in self.frame.dimensions[0].labels]
        shown = [(score, part) for score, part in parts if not isinstance(part, Mark)]
        if isinstance(total, Mark) or total - SLACK < ENOUGH or len(shown) < len(parts):
            return WITHHELD
        return Fraction(sum(score * part for score, part in shown), sum(part for _, part in shown))


def rounded(count: int) -> int:
    """The nearest multiple of 5; whole numbers never lie half-way. NotANumber, or OffTheScale below 0."""
    _given.whole("A count of people", count, least=0, most=MOST_PEOPLE)
    return (count + SLACK) // BASE * BASE


def _refuse_twice(names: Iterable[str], what: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise BadInput(f"The {what} {name!r} was given twice.")
        seen.add(name)
