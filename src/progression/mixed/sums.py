"""Of each person the sums that a growth model needs, by one grouped aggregation where an engine keeps the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Any, Final

import numpy as np

from progression._people import occasions
from progression.errors import BadInput, ChangesWithin, DuplicatedOccasion, NotSeparable, TooFew, placed
from progression.results import Missing
from progression.sources import (
    COMPLETE,
    Engine,
    Floats,
    Integers,
    Numbers,
    Rows,
    first_row,
    names_of,
    opened,
    read,
    stack,
)
from progression.sources.asking import LARGEST, Extent, extents
from progression.sources.engines import NAME, labels_of, quoted

BITS: Final = 62


@dataclass(frozen=True, slots=True)
class Roles:
    """What each column is: `constant` ones stay the same for a person, `varying` ones need not."""

    outcome: str
    time: str
    person: str
    constant: tuple[str, ...]
    varying: tuple[str, ...]
    municipality: str | None = None
    caseworker: str | None = None

    @property
    def summed(self) -> tuple[str, ...]:
        """The columns that are summed within a person beside time: the varying ones, then the outcome."""
        return (*self.varying, self.outcome)

    @property
    def numbers(self) -> tuple[str, ...]:
        """Every column of numbers, time first."""
        return (self.time, *self.summed, *self.constant)


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """A row a person: `n` rows, Σt and Σt², the constant columns, and for each summed column r Σr and Σtr.

    `products` holds Σrr' over all rows. Shapes: (N,), (N,), (N,), (N, k), (N, m), (N, m), (m, m).
    """

    n: Numbers
    time: Numbers
    squares: Numbers
    constant: Floats
    plain: Numbers
    timed: Numbers
    products: Floats
    missing: Missing
    municipality: Integers | None = None
    caseworkers: "Caseworkers | None" = None
    levels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Caseworkers:
    """A row a person and caseworker of hers: who, which, and n, Σt and Σr of the rows they have together."""

    person: Integers
    level: Integers
    n: Numbers
    time: Numbers
    plain: Numbers


def sums_of(table: Any, roles: Roles) -> Sums:  # noqa: ANN401 (any kind of table may be handed in)
    """The sums, from the engine when it keeps the table and the columns are whole, else from the rows in order."""
    source = opened(table)
    if isinstance(source, Engine):
        found = _Asked(source, roles).sums()
        if found is not None:
            return found
    return of_rows(ordered(source, roles), roles)


def ordered(table: Any, roles: Roles) -> Rows:  # noqa: ANN401
    """The complete rows by person and time, each occasion once. Errors: DuplicatedOccasion, and those of `read`."""
    groups = [name for name in (roles.person, roles.municipality, roles.caseworker) if name]
    rows = read(table, numbers=roles.numbers, groups=groups)
    codes, time = rows.groups[roles.person].codes, rows.numbers[roles.time]
    order = occasions(codes, time, roles.time, rows.at).order
    numbers = {name: column[order] for name, column in rows.numbers.items()}
    coded = {name: type(one)(one.codes[order], one.labels) for name, one in rows.groups.items()}
    return Rows(numbers, coded, rows.at[order], rows.missing)


def of_rows(rows: Rows, roles: Roles) -> Sums:
    """The sums of rows that stand by person and time. Errors: ChangesWithin for a constant column that changes."""
    codes = rows.groups[roles.person].codes
    begins = np.flatnonzero(np.diff(codes, prepend=-1))
    for name in roles.constant:
        refuse_change(name, rows.numbers[name], rows.numbers[name][begins][codes], rows.at)
    time = _addable(rows.numbers[roles.time])
    varying: Any = np.column_stack([_addable(rows.numbers[name]) for name in roles.summed])
    return Sums(
        np.diff(begins, append=len(codes)),
        np.add.reduceat(time, begins),
        np.add.reduceat(time * time, begins),
        stack([rows.numbers[name][begins] for name in roles.constant], len(begins)),
        np.add.reduceat(varying, begins),
        np.add.reduceat(varying * time[:, None], begins),
        (varying.T @ varying).astype(np.float64),
        rows.missing,
        *_levels(rows, roles, begins, time, varying),
    )


def _addable(column: Numbers) -> Numbers:
    """Whole numbers so large that their products might not fit become floats."""
    return column if column.dtype.kind == "f" or np.abs(column).max() <= LARGEST else column.astype(np.float64)


def _levels(
    rows: Rows, roles: Roles, begins: Integers, time: Numbers, varying: Numbers
) -> tuple[Integers | None, Caseworkers | None, tuple[int, ...]]:
    codes = rows.groups[roles.person].codes
    municipality, caseworkers, levels = None, None, []
    if roles.municipality:
        one = rows.groups[roles.municipality]
        municipality = one.codes[begins]
        refuse_change(roles.municipality, one.codes, municipality[codes], rows.at)
        levels.append(len(one.labels))
    if roles.caseworker:
        two = rows.groups[roles.caseworker]
        levels.append(len(two.labels))
        order = np.lexsort((two.codes, codes))
        keys = (codes * len(two.labels) + two.codes)[order]
        starts = np.flatnonzero(np.diff(keys, prepend=-1))
        caseworkers = Caseworkers(
            codes[order][starts],
            two.codes[order][starts],
            np.diff(starts, append=len(keys)),
            np.add.reduceat(time[order], starts),
            np.add.reduceat(varying[order], starts),
        )
    return municipality, caseworkers, tuple(levels)


def refuse_double(names: Sequence[str]) -> None:
    """NotSeparable for a column that was given two parts."""
    for name in names:
        if names.count(name) > 1:
            raise NotSeparable(f"Column {name!r} was given two parts in one model.", column=name)


def crossed_with_time(constant: Sequence[str], interactions: bool | Sequence[str]) -> tuple[str, ...]:
    """The covariates that are crossed with time: all of them, or those named. BadInput for one that is none."""
    crossed = tuple(constant) if interactions is True else names_of(interactions or ())
    for name in crossed:
        if name not in constant:
            raise BadInput(f"Column {name!r} is to be crossed with time, but is no covariate.", column=name)
    return crossed


def refuse_change(name: str, column: Numbers | Integers, expected: Numbers | Integers, at: Integers) -> None:
    """ChangesWithin, with the row, where a column is not what it was at the person's first time."""
    changed = column != expected
    if changed.any():
        row = first_row(changed, at)
        raise _changes(name, row)


def _changes(name: str, row: int | None) -> ChangesWithin:
    sentence = f"{placed(name, row)}: it changes within a person; if it may, name it among time_varying."
    return ChangesWithin(sentence, column=name, row=row)


def _twice(name: str, row: int | None, value: object) -> DuplicatedOccasion:
    sentence = f"{placed(name, row)}: the person has two rows at {value}."
    return DuplicatedOccasion(sentence, column=name, row=row)


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """The sums asked of an engine in SQL."""

    engine: Engine
    roles: Roles

    def sums(self) -> Sums | None:
        """The sums, or None when they would depend on the order of the rows, so that the rows are needed."""
        roles = self.roles
        if roles.caseworker:
            return None
        self.engine.label(roles.person)
        columns = {name: self.engine.value(name) for name in roles.numbers}
        rows, limits = extents(self.engine, roles.numbers, self._groups)
        if not all(limits[name].small for name in (roles.time, *roles.summed)):
            return None
        table = self._grouped(columns, limits)
        used = int(sum(table["n"].to_numpy().tolist())) if table.num_rows else 0
        if not used:
            raise TooFew(f"Of {rows} rows 0 are complete; at least 1 must be.")
        self._refuse(table, columns)
        return self._filled(table, self._missing(rows, used, limits))

    @property
    def _groups(self) -> list[str]:
        return [name for name in (self.roles.person, self.roles.municipality) if name]

    def _complete(self, columns: dict[str, str]) -> str:
        """The complete rows as a query: p, t, r0 … and c0 …"""
        roles = self.roles
        names = ["t", *(f"r{place}" for place in range(len(roles.summed)))]
        whole = [f"CAST({columns[name]} AS BIGINT)" for name in (roles.time, *roles.summed)]
        names += [f"c{place}" for place in range(len(roles.constant))]
        parts = [
            f"{sql} AS {name}"
            for name, sql in zip(names, [*whole, *(columns[c] for c in roles.constant)], strict=True)
        ]
        if roles.municipality:
            parts.append(f"{self.engine.label(roles.municipality)} AS m")
        there = [f"{sql} IS NOT NULL" for sql in (*map(quoted, self._groups), *columns.values())]
        chosen = f"{quoted(roles.person)} AS p, {', '.join(parts)}"
        return f"SELECT {chosen} FROM {NAME} WHERE {' AND '.join(there)}"  # noqa: S608

    def _grouped(self, columns: dict[str, str], limits: dict[str, Extent]) -> Any:  # noqa: ANN401
        many = range(len(self.roles.summed))
        sums = {"t1": "t", "t2": "t * t"} | {f"s{a}": f"r{a}" for a in many} | {f"m{a}": f"t * r{a}" for a in many}
        sums |= {f"q{a}_{b}": f"r{a} * r{b}" for a, b in combinations_with_replacement(many, 2)}
        same = self._same
        asked = [*same, "count(*) AS n", *(f"CAST(sum({sql}) AS BIGINT) AS {name}" for name, sql in sums.items())]
        low = int(limits[self.roles.time].low)
        if limits[self.roles.time].high - low < BITS:
            asked.append(f"bit_count(bit_or(CAST(1 AS BIGINT) << CAST(t - ({low}) AS INTEGER))) AS times")
        else:
            asked.append("count(DISTINCT t) AS times")
        # Whole numbers add up to the same in every order; other constant columns need one.
        order = "" if all(limits[name].small for name in self.roles.constant) else " ORDER BY p"
        inner = self._complete(columns)
        by = ", ".join(same) + order
        return self.engine.ask(f"SELECT {', '.join(asked)} FROM ({inner}) AS complete_rows GROUP BY {by}")  # noqa: S608

    @property
    def _same(self) -> list[str]:
        """What is the same in all rows of a person: to group by it all takes half of what a least and a greatest of
        each take. Who changes is there twice."""
        constant = [f"c{place}" for place in range(len(self.roles.constant))]
        return ["p", *constant, *(["m"] if self.roles.municipality else [])]

    def _refuse(self, table: Any, columns: dict[str, str]) -> None:  # noqa: ANN401
        """What the sums show to be wrong is looked up in the rows, which say where."""
        changes = len(table["p"].unique()) < table.num_rows
        if changes or (table["times"].to_numpy() != table["n"].to_numpy()).any():
            if self.engine.numbered:
                of_rows(ordered(self.engine, self.roles), self.roles)
            raise _changes(self._changing(columns), None) if changes else _twice(self.roles.time, None, "one time")

    def _changing(self, columns: dict[str, str]) -> str:
        """The first column that changes within a person."""
        names = [*self.roles.constant, *([self.roles.municipality] if self.roles.municipality else [])]
        asked = ", ".join(f"max(x{place}) AS x{place}" for place in range(len(names)))
        each = ", ".join(f"count(DISTINCT {one}) AS x{place}" for place, one in enumerate(self._same[1:]))
        inner = f"SELECT {each} FROM ({self._complete(columns)}) AS complete_rows GROUP BY p"  # noqa: S608
        most = self.engine.ask(f"SELECT {asked} FROM ({inner}) AS people").to_pylist()[0]  # noqa: S608
        return next(name for place, name in enumerate(names) if most[f"x{place}"] > 1)

    def _filled(self, table: Any, missing: Missing) -> Sums:  # noqa: ANN401
        many = range(len(self.roles.summed))
        municipality = labels_of(table["m"]) if self.roles.municipality else None
        products = np.empty((len(many), len(many)))
        for a, b in combinations_with_replacement(many, 2):
            products[a, b] = products[b, a] = float(_whole(table, f"q{a}_{b}").sum())
        return Sums(
            _whole(table, "n"),
            _whole(table, "t1"),
            _whole(table, "t2"),
            stack([table[f"c{place}"].to_numpy() for place in range(len(self.roles.constant))], table.num_rows),
            np.column_stack([_whole(table, f"s{a}") for a in many]),
            np.column_stack([_whole(table, f"m{a}") for a in many]),
            products,
            missing,
            municipality.codes if municipality else None,
            levels=(len(municipality.labels),) if municipality else (),
        )

    def _missing(self, rows: int, used: int, limits: dict[str, Extent]) -> Missing:
        gone = {name: rows - one.filled for name, one in limits.items() if one.filled < rows}
        return Missing(COMPLETE, rows, rows - used, gone)


def _whole(table: Any, name: str) -> Integers:  # noqa: ANN401
    return np.asarray(table[name].to_numpy(), dtype=np.int64)
