"""What an attacker can write down: the unknown counts, and all equations that releases put on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import prod
from typing import Final

import numpy as np
import numpy.typing as npt

from progression.disclosure.known import Mean, Told
from progression.disclosure.tables import SLACK, THRESHOLD, Frame, Key, Mark, SafeTable, Shown
from progression.errors import BadInput, UnknownTable

MOST_UNKNOWNS: Final = 20_000
"""More finest cells than this cannot be checked in reasonable time, and so cannot be released."""

Places = npt.NDArray[np.intp]
Weights = npt.NDArray[np.int64]
Owner = tuple[int, int]
"""A cell of a release: the number of its table among all tables, and of the cell in it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the attacker's sums: `low` ≤ the sum of the unknowns at `places` ≤ `high` (None: no end).

    `owner` is the published cell that says so, or None when no cell does. `weights` are what each counts for (1).
    """

    places: Places
    low: int
    high: int | None
    owner: Owner | None
    weights: Weights | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of one table in the attacker's unknowns."""

    owner: Owner
    table: SafeTable
    key: Key
    shown: Shown
    places: Places


@dataclass(frozen=True, slots=True)
class _Space:
    """The unknowns of one population: its finest cells, for cumulative tables those who came by each day."""

    moments: tuple[date | None, ...]
    names: tuple[str, ...]
    atoms: tuple[tuple[str, ...], ...]
    members: dict[tuple[str, str], frozenset[str]]
    offset: int

    @property
    def shape(self) -> tuple[int, ...]:
        return (len(self.moments), *(len(atoms) for atoms in self.atoms))

    def places(self, until: date | None, chosen: dict[str, frozenset[str]]) -> Places:
        """The unknowns that add up to the count of those in the chosen finest categories by that day."""
        if until not in self.moments:
            raise BadInput(f"No table of this population is up to {until}.")
        axes = [np.arange(self.moments.index(until) + 1)]
        for name, atoms in zip(self.names, self.atoms, strict=True):
            wanted = chosen.get(name, frozenset(atoms))
            axes.append(np.array([place for place, atom in enumerate(atoms) if atom in wanted], dtype=np.intp))
        grid = np.ix_(*axes)
        return np.ravel(np.ravel_multi_index(grid, self.shape)) + self.offset


@dataclass(frozen=True, slots=True)
class Unknowns:
    """All unknowns, all cells of all tables, and all rows: of what is published and of what is known besides."""

    size: int
    cells: tuple[Cell, ...]
    rows: tuple[Row, ...]
    known: tuple[Row, ...]


def write_down(tables: Sequence[SafeTable], known: Sequence[Told], besides: Sequence[Told] = ()) -> Unknowns:
    """The attacker's sums for tables (the owner numbers follow their order), what was told `besides`, and the known.

    A published count r is at least 5 and within 2 of r, and the rest of each of its groups is at least 5.
    Errors: BadInput when one population is both cumulative and not, a label means different things in two
    tables, something known or told names what no table has, or there are too many unknowns to check.
    """
    spaces = _spaces(tables)
    cells: list[Cell] = []
    rows: list[Row] = []
    for number, table in enumerate(tables):
        space = spaces[table.frame.population]
        own = [
            Cell((number, place), table, key, shown, _places(space, table.frame, key))
            for place, (key, shown) in enumerate(zip(table.frame.keys, table.cells, strict=True))
        ]
        cells += own
        rows += (row for cell in own for row in _rows(cell, own))
    size = sum(prod(space.shape) for space in spaces.values())
    rows += (row for one in besides for row in _told(spaces, one))
    return Unknowns(size, tuple(cells), tuple(rows), tuple(row for one in known for row in _told(spaces, one)))


def parents(key: Key) -> Iterator[Key]:
    """The groups a cell is directly part of: the same cell with one category replaced by the total."""
    for place, part in enumerate(key):
        if part is not None:
            yield (*key[:place], None, *key[place + 1 :])


def _rows(cell: Cell, own: list[Cell]) -> Iterator[Row]:
    if isinstance(cell.shown, Mark):
        return
    yield Row(cell.places, max(THRESHOLD, cell.shown - SLACK), cell.shown + SLACK, cell.owner)
    for parent in parents(cell.key):
        group = own[cell.table.frame.place_of(parent)]
        rest = np.setdiff1d(group.places, cell.places, assume_unique=True)
        yield Row(rest, THRESHOLD, None, cell.owner)


def _places(space: _Space, frame: Frame, key: Key) -> Places:
    chosen = {
        dimension.name: dimension.atoms if part is None else space.members[dimension.name, part]
        for dimension, part in zip(frame.dimensions, key, strict=True)
    }
    return space.places(frame.until, chosen)


def _told(spaces: dict[str, _Space], told: Told) -> Iterator[Row]:
    space = spaces.get(told.population)
    if space is None:
        raise UnknownTable(f"No table counts the population {told.population!r}.")
    where = dict(_members(space, told.population, pair) for pair in told.where)
    if isinstance(told, Mean):
        yield from _mean_rows(space, told, where)
        return
    places = space.places(told.until, where)
    if told.since is not None:
        places = np.setdiff1d(places, space.places(told.since, where), assume_unique=True)
    yield Row(places, told.count, None if told.at_least else told.count, None)


def _members(space: _Space, population: str, pair: tuple[str, str]) -> tuple[str, frozenset[str]]:
    if pair not in space.members:
        raise BadInput(f"No table of {population!r} has {pair[1]!r} in {pair[0]!r}.")
    return pair[0], space.members[pair]


def _mean_rows(space: _Space, mean: Mean, where: dict[str, frozenset[str]]) -> Iterator[Row]:
    """A mean between two ends says Σ (greatest − score)·people ≥ 0 and Σ (score − least)·people ≥ 0."""
    parts = [
        space.places(mean.until, where | dict([_members(space, mean.population, (mean.of, label))]))
        for label, _ in mean.scores
    ]
    places = np.concatenate(parts)
    scores = np.repeat(np.array([score for _, score in mean.scores]), [len(part) for part in parts])
    for end, sign in ((mean.value + mean.within, 1), (mean.value - mean.within, -1)):
        yield Row(places, 0, None, None, sign * (end.numerator - end.denominator * scores))


def _spaces(tables: Sequence[SafeTable]) -> dict[str, _Space]:
    spaces: dict[str, _Space] = {}
    offset = 0
    for population in dict.fromkeys(table.frame.population for table in tables):
        frames = [table.frame for table in tables if table.frame.population == population]
        spaces[population] = _space(population, frames, offset)
        offset += prod(spaces[population].shape)
        if offset > MOST_UNKNOWNS:
            raise BadInput(f"More than {MOST_UNKNOWNS} unknowns: too many to check, so too many to release.")
    return spaces


def _space(population: str, frames: list[Frame], offset: int) -> _Space:
    moments = {frame.until for frame in frames}
    days = sorted(moment for moment in moments if moment is not None)
    if days and None in moments:
        raise BadInput(f"The population {population!r} is cumulative in one table and not in another.")
    members: dict[tuple[str, str], frozenset[str]] = {}
    atoms: dict[str, dict[str, None]] = {}
    for dimension in (dimension for frame in frames for dimension in frame.dimensions):
        atoms.setdefault(dimension.name, {}).update(dict.fromkeys(sorted(dimension.atoms)))
        for category in dimension.categories:
            if members.setdefault((dimension.name, category.label), category.members) != category.members:
                raise BadInput(f"{category.label!r} of {dimension.name!r} means two things in two tables.")
    for name, finest in atoms.items():
        for atom in finest:
            members.setdefault((name, atom), frozenset({atom}))
    return _Space(
        moments=tuple(days) or (None,),
        names=tuple(atoms),
        atoms=tuple(tuple(finest) for finest in atoms.values()),
        members=members,
        offset=offset,
    )
