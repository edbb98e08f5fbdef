"""What there is: distributions, durations and crossed counts, by any grouping."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from scipy.special import chdtrc

from progression.errors import EmptyGroup, NegativeDuration, TooFew
from progression.results import Estimate, Missing, arrow_table, estimate
from progression.sources import Integers, Numbers, Rows, first_row, kept, names_of, read_all
from progression.sources.columns import NOBODY

Key = tuple[Hashable, ...]
PARTS = ("n", "missing", "sd", "least", "lower", "median", "upper", "greatest")


@dataclass(frozen=True, slots=True)
class Summary:
    """A group's distribution: `n` values and `missing` rows without one; `mean` with Student's interval; quartiles.

    What nobody has is None: anything of nobody, and the spread of one, whose mean has no error either (`median`).
    """

    n: int
    missing: int
    mean: Estimate | None
    sd: float | None
    least: float | None
    lower: float | None
    median: float | None
    upper: float | None
    greatest: float | None


@dataclass(frozen=True, slots=True)
class Distribution:
    """Summaries by group, in the order of the labels; one group, (), without a grouping."""

    by: tuple[str, ...]
    groups: Mapping[Key, Summary]
    missing: Missing

    @property
    def whole(self) -> Summary:
        """The summary, when there is one group."""
        (summary,) = self.groups.values()
        return summary

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """A row a group."""
        keys = {name: [key[place] for key in self.groups] for place, name in enumerate(self.by)}
        found = list(self.groups.values())
        means = {
            f"mean_{part}" if part != "value" else "mean": [one.mean and getattr(one.mean, part) for one in found]
            for part in ("value", "se", "low", "high")
        }
        return arrow_table(keys | means | {part: [getattr(one, part) for one in found] for part in PARTS})


def distribution(table: Any, value: str, by: str | Sequence[str] = ()) -> Distribution:  # noqa: ANN401
    """Count, mean, spread and quartiles of a column, for each group that the table has.

    Shape: a row a value; a row without value counts as missing in its group, a row without group is left out.
    Quartiles: h = (n − 1)p + 1 (definition 7 of Hyndman and Fan, which R and pandas use). sd with n − 1.
    Errors: EmptyGroup when no row has a group, and those of `sources.read`. Source: textbook.
    """
    by = names_of(by)
    rows = _grouped(table, value, by)
    codes, keys = _combined(rows, by)
    column = rows.numbers[value]
    empty = np.isnan(column)
    counts = np.bincount(codes, minlength=len(keys))
    lost = np.bincount(codes[empty], minlength=len(keys))
    there, inside = column[~empty], codes[~empty]
    order = np.lexsort((there, inside))
    ends = np.cumsum(counts - lost)
    ordered = there[order]
    groups = {
        key: _summary(ordered[end - n : end], int(gone))
        for key, end, n, gone in zip(keys, ends.tolist(), (counts - lost).tolist(), lost.tolist(), strict=True)
    }
    return Distribution(by, groups, rows.missing)


def durations(table: Any, duration: str, by: str | Sequence[str] = ()) -> Distribution:  # noqa: ANN401
    """The distribution of times that have ended; a stay still open has no duration yet and counts as missing.

    Leaving out open stays makes the rest look short: for how long people stay see `flows.kaplan_meier`.
    Errors: NegativeDuration naming the row, and those of `distribution`.
    """
    column = read_all(table, numbers=[duration]).numbers[duration]
    if (column < 0).any():
        row = first_row(column < 0)
        sentence = f"Column {duration!r}, row {row}: {column[row - 1]} is before the beginning."
        raise NegativeDuration(sentence, column=duration, row=row)
    return distribution(table, duration, by)


@dataclass(frozen=True, slots=True)
class Crosstab:
    """Counts of rows by two columns, and Pearson's chi-squared test that they have nothing to do with one another.

    `counts` has a row a label of the first; several columns together have a tuple of labels. `cramers_v` is from 0 to
    1. `least_expected` under 5: trust `p` less.
    """

    rows: tuple[Hashable, ...]
    columns: tuple[Hashable, ...]
    counts: tuple[tuple[int, ...], ...]
    chi_squared: float
    df: int
    p: float
    cramers_v: float
    least_expected: float
    missing: Missing

    def to_table(self) -> Any:  # noqa: ANN401
        """A row a label of the first column, a column a label of the second."""
        cells: dict[str, list[Any]] = {
            _said(label): [line[place] for line in self.counts] for place, label in enumerate(self.columns)
        }
        return arrow_table({"row": list(map(_said, self.rows)), **cells})


def _said(label: Hashable) -> str:
    return ", ".join(map(str, label)) if isinstance(label, tuple) else str(label)


def crosstab(table: Any, row: str | Sequence[str], column: str | Sequence[str]) -> Crosstab:  # noqa: ANN401
    """Count rows by two columns, or by two groupings of several; rows where one of them is missing are left out.

    Exact counts, for a project's own use: what leaves it goes through `disclosure`.
    Errors: TooFew when one of the columns holds a single label. Source: Pearson (1900), without correction.
    """
    by = (names_of(row), names_of(column))
    rows = _grouped(table, None, (*by[0], *by[1]))
    (one, down), (two, across) = (_combined(rows, names) for names in by)
    if min(len(down), len(across)) < 2:
        name = by[0 if len(down) < 2 else 1][0]
        raise TooFew(f"Column {name!r} holds one label only, so there is nothing to cross.", column=name)
    shape = (len(down), len(across))
    counts = np.bincount(one * shape[1] + two, minlength=shape[0] * shape[1]).reshape(shape)
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / counts.sum()
    statistic = float(((counts - expected) ** 2 / expected).sum())
    df = (shape[0] - 1) * (shape[1] - 1)
    return Crosstab(
        _labels(down),
        _labels(across),
        tuple(tuple(line) for line in counts.tolist()),
        statistic,
        df,
        float(chdtrc(df, statistic)),
        sqrt(statistic / (float(counts.sum()) * (min(shape) - 1))),
        float(expected.min()),
        rows.missing,
    )


def _labels(keys: Sequence[Key]) -> tuple[Hashable, ...]:
    """A label of one column as it is, of several as a tuple."""
    return tuple(key[0] if len(key) == 1 else key for key in keys)


def _grouped(table: Any, value: str | None, by: Sequence[str]) -> Rows:  # noqa: ANN401
    """The rows that have a group."""
    found = read_all(table, numbers=[value] if value else [], groups=by)
    keep = np.ones(found.n, dtype=bool)
    for name in by:
        keep &= found.groups[name].codes != NOBODY
    rule = "rows without a group are left out" + (
        "; rows without a value are counted in their group" if value else ""
    )
    rows = kept(found, keep, Missing(rule, found.n, int((~keep).sum()), found.missing.by_column))
    if not rows.n:
        raise EmptyGroup("No row has a group to be counted in.")
    return rows


def _combined(rows: Rows, by: Sequence[str]) -> tuple[Integers, list[Key]]:
    """One code a row for all groupings together, and what each code stands for, in the order of the labels."""
    codes = np.zeros(rows.n, dtype=np.int64)
    for name in by:
        codes = codes * len(rows.groups[name].labels) + rows.groups[name].codes
    used, dense = np.unique(codes, return_inverse=True)
    keys = []
    for code in used.tolist():
        key: list[Hashable] = []
        for name in reversed(by):
            code, place = divmod(code, len(rows.groups[name].labels))
            key.insert(0, rows.groups[name].labels[place])
        keys.append(tuple(key))
    return dense.astype(np.int64), keys


def _summary(ordered: Numbers, missing: int) -> Summary:
    n = len(ordered)
    if not n:
        return Summary(0, missing, None, None, None, None, None, None, None)
    mean = float(ordered.mean())
    sd = sqrt(float(((ordered - mean) ** 2).sum()) / (n - 1)) if n > 1 else None
    lower, median, upper = (_quantile(ordered, share) for share in (0.25, 0.5, 0.75))
    known = estimate(mean, sd / sqrt(n), n - 1) if sd is not None else None
    return Summary(n, missing, known, sd, float(ordered[0]), lower, median, upper, float(ordered[-1]))


def _quantile(ordered: Numbers, share: float) -> float:
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return float(ordered[below]) + (place - below) * (float(ordered[above]) - float(ordered[below]))
