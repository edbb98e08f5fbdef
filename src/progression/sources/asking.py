"""What is asked of a table instead of its rows: how often each combination stands there, and exact sums."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Any, Final

import numpy as np

from progression.errors import TooFew, before_the_beginning
from progression.results import Missing
from progression.sources.columns import (
    NOBODY,
    Coded,
    Integers,
    Numbers,
    Truths,
    coded,
    first_row,
    numbers,
    reordered,
    whole_coded,
    whole_if_whole,
)
from progression.sources.engines import NAME, Engine
from progression.sources.extent import extents, refuse_infinite, short_kind
from progression.sources.opening import Plain, opened
from progression.sources.reading import COMPLETE, read_all

_WIDEST: Final = 1 << 62
_BLOCK: Final = 8_192
HELD: Final = 200_000_000
"""So many short numbers are multiplied here; more stay in the engine, which needs no memory for them."""


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Every combination of values that a table has, once: `times` says how many rows have it.

    nan and NOBODY stand for missing. `rows` are all, `gone` those with nothing in a column.
    """

    numbers: Mapping[str, Numbers]
    groups: Mapping[str, Coded]
    times: Integers
    rows: int
    gone: Mapping[str, int]

    def kept(self, keep: Truths) -> "Counts":
        """Some of the combinations; labels that nobody has any more are dropped."""
        groups = {name: reordered(one.codes[keep], one.labels) for name, one in self.groups.items()}
        columns = {name: whole_if_whole(column[keep].astype(np.float64)) for name, column in self.numbers.items()}
        return Counts(columns, groups, self.times[keep], int(self.times[keep].sum()), self.gone)


def counted(table: Any, *, numbers: Sequence[str] = (), groups: Sequence[str] = ()) -> Counts:  # noqa: ANN401
    """The combinations of some columns: one grouped aggregation where an engine keeps the table.

    Errors: UnknownColumn, NotANumber, BrokenFile.
    """
    source, names, by = opened(table), tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(groups))
    if isinstance(source, Engine):
        columns, labelled, times = _asked(source, names, by)
    else:
        columns, labelled, times = _combined(source, names, by)
    lost = {name: np.isnan(column) for name, column in columns.items() if column.dtype.kind == "f"}
    lost |= {name: one.codes == NOBODY for name, one in labelled.items()}
    gone = {name: int(times[where].sum()) for name, where in lost.items() if where.any()}
    return Counts(columns, labelled, times, int(times.sum()), gone)


_Combined = tuple[dict[str, Numbers], dict[str, Coded], Integers]


def _asked(engine: Engine, names: Sequence[str], by: Sequence[str]) -> _Combined:
    """The combinations, in the order that those of rows in memory have."""
    raw, times = engine.counts(names, by)
    for name in names:
        if raw[f"n:{name}"].dtype.kind == "f" and np.isinf(raw[f"n:{name}"]).any():
            refuse_infinite(engine, name)
    # Adding 0 makes one of the two zeros that floats have.
    columns = {name: numbers(name, raw[f"n:{name}"] + 0) for name in names}
    groups = {name: coded(name, raw[f"g:{name}"]) for name in by}
    order = np.lexsort([*(groups[name].codes for name in reversed(by)), *(columns[name] for name in reversed(names))])
    columns = {name: column[order] for name, column in columns.items()}
    return columns, {name: Coded(one.codes[order], one.labels) for name, one in groups.items()}, times[order]


def _combined(plain: Plain, names: Sequence[str], by: Sequence[str]) -> _Combined:
    """The combinations of rows in memory: one code a row, of which each is counted."""
    rows = read_all(plain, numbers=names, groups=by)
    values = {name: _values(rows.numbers[name]) for name in names}
    codes = [*(one for _, one in values.values()), *(rows.groups[name].codes + 1 for name in by)]
    sizes = [*(len(one) for one, _ in values.values()), *(len(rows.groups[name].labels) + 1 for name in by)]
    firsts, times = _firsts(codes, sizes, rows.n)
    columns = {name: whole_if_whole(rows.numbers[name][firsts].astype(np.float64)) for name in names}
    groups = {name: Coded(rows.groups[name].codes[firsts], rows.groups[name].labels) for name in by}
    return columns, groups, times


def _values(column: Numbers) -> tuple[Any, Integers]:
    """The different values of a column, and which of them each row has."""
    if column.dtype.kind == "i":
        one = whole_coded(column)
        return one.labels, one.codes
    found, codes = np.unique(column, return_inverse=True)
    return found, codes.astype(np.int64)


def _firsts(codes: Sequence[Integers], sizes: Sequence[int], rows: int) -> tuple[Integers, Integers]:
    """A row of each combination, and how many rows have it."""
    together, many = np.zeros(rows, dtype=np.int64), 1
    for column, size in zip(codes, sizes, strict=True):
        if many * size >= _WIDEST:
            found = whole_coded(together)
            together, many = found.codes, len(found.labels)
        together, many = together * size + column, many * size
    dense = whole_coded(together).codes
    times = np.bincount(dense)
    firsts = np.empty(len(times), dtype=np.int64)
    firsts[dense[::-1]] = np.arange(rows)[::-1]
    return firsts, times.astype(np.int64)


def refuse_negative(table: Any, name: str) -> None:  # noqa: ANN401 (any kind of table may be handed in)
    """NegativeDuration with the row, when a column holds a time before its beginning."""
    found = read_all(table, numbers=[name])
    negative = found.numbers[name] < 0
    if negative.any():
        raise before_the_beginning(name, first_row(negative, found.at), found.numbers[name][negative][0])


def complete_rows(engine: Engine, columns: Mapping[str, str], groups: Sequence[str] = ()) -> str:
    """The query of the rows with nothing missing: `columns` is what each is called and the SQL of it."""
    there = [f"{sql} IS NOT NULL" for sql in (*columns.values(), *(engine.label(name) for name in groups))]
    asked = ", ".join(f"{sql} AS {name}" for name, sql in columns.items())
    return f"SELECT {asked} FROM {NAME} WHERE {' AND '.join(there)}"  # noqa: S608


@dataclass(frozen=True, slots=True)
class WholeSums:
    """Of `n` complete rows Σx of each column, and Σxx' of each two: exact, as whole numbers."""

    n: int
    sums: tuple[int, ...]
    products: tuple[tuple[int, ...], ...]
    missing: Missing


def whole_sums(table: Any, names: Sequence[str], *, fewest: int) -> WholeSums | None:  # noqa: ANN401
    """The sums from the engine that keeps the table; None where none does, or a column holds more than small whole
    numbers, so that the rows are needed. Errors: TooFew as `sources.read` has it."""
    engine = opened(table)
    if not isinstance(engine, Engine):
        return None
    rows, found = extents(engine, names)
    if not all(found[name].small for name in names):
        return None
    widest = max(max(abs(one.low), abs(one.high)) for one in found.values())
    held = engine.columnar and rows * len(names) <= HELD
    n, sums, square = (_added if held else _asked_sums)(engine, names, widest)
    if n < fewest:
        raise TooFew(f"Of {rows} rows {n} are complete; at least {fewest} must be.")
    gone = {name: rows - one.filled for name, one in found.items() if one.filled < rows}
    missing = Missing(COMPLETE, rows, rows - n, gone)
    return WholeSums(n, sums, square, missing)


_Added = tuple[int, tuple[int, ...], tuple[tuple[int, ...], ...]]


def _asked_sums(engine: Engine, names: Sequence[str], widest: float) -> _Added:
    """The sums of whole numbers as the engine adds them."""
    # Products of numbers up to the root of the widest INTEGER are INTEGER too, which are added fastest.
    kind = "INTEGER" if widest <= 46_340 else "BIGINT"
    columns = {f"x{place}": f"CAST({engine.value(name)} AS {kind})" for place, name in enumerate(names)}
    asked = ["count(*) AS n", *(f"CAST(sum({name}) AS BIGINT) AS s{name}" for name in columns)]
    pairs = list(combinations_with_replacement(range(len(names)), 2))
    asked += [f"CAST(sum(x{a} * x{b}) AS BIGINT) AS q{a}_{b}" for a, b in pairs]
    inner = complete_rows(engine, columns)
    row = engine.ask(f"SELECT {', '.join(asked)} FROM ({inner}) AS complete_rows").to_pylist()[0]  # noqa: S608
    products = {pair: int(row[f"q{pair[0]}_{pair[1]}"] or 0) for pair in pairs}
    square = tuple(tuple(products[min(a, b), max(a, b)] for b in range(len(names))) for a in range(len(names)))
    return int(row["n"]), tuple(int(row[f"sx{place}"] or 0) for place in range(len(names))), square


def _added(engine: Engine, names: Sequence[str], widest: float) -> _Added:
    """The same sums of columns in the shortest numbers that hold them, multiplied here: for twenty items a quarter of
    the time. As floats they are exact to 2^53, and a block of rows stays below."""
    kind = short_kind(widest)
    columns = {f"x{place}": f"CAST({engine.value(name)} AS {kind})" for place, name in enumerate(names)}
    n, sums, square = 0, np.zeros(len(names), dtype=np.int64), np.zeros((len(names), len(names)), dtype=np.int64)
    for batch in engine.ask(complete_rows(engine, columns)).to_batches():
        whole = [batch.column(place).to_numpy(zero_copy_only=False) for place in range(len(names))]
        n += batch.num_rows
        for first in range(0, batch.num_rows, _BLOCK):
            block = np.array([column[first : first + _BLOCK] for column in whole], dtype=np.float64)
            sums += block.sum(axis=1).astype(np.int64)
            square += (block @ block.T).astype(np.int64)
    return n, tuple(sums.tolist()), tuple(map(tuple, square.tolist()))


def sum_of(column: str) -> str:
    """SQL for a sum of whole numbers that may not fit in 64 bits."""
    return f"sum(CAST({column} AS DECIMAL(38, 0)))"
