"""Rows of a table for arithmetic: complete ones only, with what was left out, checked against their limits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from progression.errors import OffTheScale, TooFew, placed
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
    whole_if_whole,
)
from progression.sources.engines import Engine
from progression.sources.extent import short_kinds
from progression.sources.opening import opened

COMPLETE: Final = "rows with nothing missing in the columns used (complete cases)"

Limits = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Complete rows: `numbers` by column, `groups` by column, `at` the number each row had in the table (from 1).

    In an engine whose rows have no order `at` is 0 for all, and the rows come sorted by what stands in them.
    """

    numbers: Mapping[str, Numbers]
    groups: Mapping[str, Coded]
    at: Integers
    missing: Missing

    @property
    def n(self) -> int:
        """Rows that are complete."""
        return len(self.at)


def names_of(columns: str | Sequence[str]) -> tuple[str, ...]:
    """Names of columns as they may be given: several, or one alone."""
    return (columns,) if isinstance(columns, str) else tuple(columns)


def read(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    *,
    numbers: Sequence[str] = (),
    groups: Sequence[str] = (),
    limits: Mapping[str, Limits] | None = None,
    fewest: int = 1,
    short: bool = False,
) -> Rows:
    """The columns asked for by name, without the rows in which one of them is missing.

    Shape: columns of equal length. `limits` gives the least and greatest value a column may hold. `short`: whole
    numbers may come in as few bytes as hold them, and must be made floats before they are multiplied.
    Errors: UnknownColumn, NotANumber, OffTheScale, BrokenFile, and TooFew when fewer than `fewest` rows are complete.
    """
    found = read_all(table, numbers=numbers, groups=groups, limits=limits, short=short)
    rows = complete(found)
    if rows.n < fewest:
        raise TooFew(f"Of {found.n} rows {rows.n} are complete; at least {fewest} must be.")
    return rows


def read_all(
    table: Any,  # noqa: ANN401
    *,
    numbers: Sequence[str] = (),
    groups: Sequence[str] = (),
    limits: Mapping[str, Limits] | None = None,
    short: bool = False,
) -> Rows:
    """As `read`, with the incomplete rows still in: nan and NOBODY stand for missing."""
    numbers, groups = tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(groups))
    source = opened(table)
    kinds = short_kinds(source, numbers) if short and isinstance(source, Engine) and source.columnar else {}
    raw = source.columns(numbers, groups, kinds)
    length = max(
        (len(column) if not isinstance(column, Coded) else len(column.codes) for column in raw.values()), default=0
    )
    numbered = not isinstance(source, Engine) or source.numbered
    at = np.arange(1, length + 1) if numbered else np.zeros(length, dtype=np.int64)
    columns = {name: _numbers(name, raw[f"n:{name}"], (limits or {}).get(name), at, kinds) for name in numbers}
    coded_columns = {name: coded(name, raw[f"g:{name}"]) for name in groups}
    gone = {name: int(np.count_nonzero(lost)) for name, lost in _lost(columns, coded_columns).items()}
    return Rows(columns, coded_columns, at, Missing("none left out", length, 0, gone))


def complete(rows: Rows) -> Rows:
    """The rows without missing values; labels that nobody has any more are dropped."""
    gone = np.zeros(rows.n, dtype=bool)
    for lost in _lost(rows.numbers, rows.groups).values():
        gone |= lost
    if not gone.any():
        return Rows(rows.numbers, rows.groups, rows.at, _left_out(rows, 0))
    return kept(rows, ~gone, _left_out(rows, int(gone.sum())))


def kept(rows: Rows, keep: Truths, missing: Missing) -> Rows:
    """Some of the rows."""
    columns = {name: _narrow(column[keep]) for name, column in rows.numbers.items()}
    groups = {name: _renumbered(one, keep) for name, one in rows.groups.items()}
    return Rows(columns, groups, rows.at[keep], missing)


def _narrow(column: Numbers) -> Numbers:
    return whole_if_whole(column.astype(np.float64)) if column.dtype.kind == "f" else column


def _renumbered(one: Coded, keep: Truths) -> Coded:
    return reordered(one.codes[keep], one.labels)


def _left_out(rows: Rows, left_out: int) -> Missing:
    return Missing(COMPLETE, rows.missing.rows, left_out, rows.missing.by_column)


def _lost(columns: Mapping[str, Numbers], groups: Mapping[str, Coded]) -> dict[str, Truths]:
    lost = {name: np.isnan(column) for name, column in columns.items() if column.dtype.kind == "f"}
    lost |= {name: one.codes == NOBODY for name, one in groups.items() if (one.codes == NOBODY).any()}
    return {name: where for name, where in lost.items() if where.any()}


def _numbers(
    name: str,
    column: Any,  # noqa: ANN401
    limits: Limits | None,
    at: Integers,
    kinds: Mapping[str, str],
) -> Numbers:
    asked = name in kinds and column.dtype.kind == "i"
    found: Numbers = column if asked else numbers(name, column, numbered=bool(at.any()))
    low, high = limits or (None, None)
    for limit, beyond in ((low, np.less), (high, np.greater)):
        if limit is not None and (where := beyond(found, limit)).any():
            row, value = first_row(where, at), found[where][0]
            side = "below" if beyond is np.less else "above"
            raise OffTheScale(f"{placed(name, row)}: {value} is {side} {limit}.", column=name, row=row)
    return found
