"""How items go together two by two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import atanh, inf, sqrt, tanh
from typing import Any, Final, Literal

import numpy as np

from progression._normal import BLOCK, Moments, moments, moments_of
from progression.errors import BadInput, NotSeparable, TooFew
from progression.multiplicity import holm
from progression.results import Estimate, Missing, arrow_table, two_sided, wide
from progression.sources import Floats, Integers, Numbers, read

Method = Literal["pearson", "spearman"]
Pair = tuple[str, str]
MANY: Final = 10_000
"""Whole numbers that lie no further apart are counted where they stand; others are coded first."""


@dataclass(frozen=True, slots=True, eq=False)
class Correlation:
    """The correlations of `n` complete rows: the whole `matrix` in the order of the items, and each pair's estimate.

    An estimate has Fisher's interval and the p of the t-test; among many pairs some p are small by chance, so `holm`
    has them adjusted for all pairs together.
    """

    items: tuple[str, ...]
    method: Method
    matrix: Floats
    pairs: Mapping[Pair, Estimate]
    holm: Mapping[Pair, float]
    n: int
    missing: Missing

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """A row a pair."""
        found = list(self.pairs.values())
        parts = {part: [getattr(one, part) for one in found] for part in ("value", "se", "low", "high", "p")}
        names = {"one": [one for one, _ in self.pairs], "other": [other for _, other in self.pairs]}
        return arrow_table(names | parts | {"holm": list(self.holm.values())})


def correlation(table: Any, items: Sequence[str], method: Method = "pearson") -> Correlation:  # noqa: ANN401
    """Pearson's correlations, or Spearman's: Pearson's of the ranks, ties sharing the mean rank.

    Shape: a row a person and occasion (for ranks read row by row); rows with one item missing are left out.
    No unit. Rows of one person are taken for those of several: choose one occasion first.
    Errors: NotSeparable for an item that never varies, TooFew for under four rows, and those of `sources.read`.
    Source: t = r·√((n − 2)/(1 − r²)); Fisher (1921); Holm, Scandinavian Journal of Statistics 6 (1979).
    """
    if method not in ("pearson", "spearman"):
        raise BadInput(f"There is no correlation called {method!r}; there are pearson and spearman.")
    found, missing = items_of(table, items, fewest=4, ranked=method == "spearman")
    matrix = found.correlation
    pairs = {
        (items[a], items[b]): _estimated(float(matrix[a, b]), found.n) for a, b in combinations(range(len(items)), 2)
    }
    together = dict(zip(pairs, holm([one.p for one in pairs.values()]), strict=True))
    return Correlation(tuple(items), method, matrix, pairs, together, found.n, missing)


def items_of(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    items: Sequence[str],
    *,
    fewest: int,
    ranked: bool = False,
) -> tuple[Moments, Missing]:
    """Means and covariances of the items, or of their ranks."""
    if len(set(items)) < len(items) or len(items) < 2:
        raise TooFew("At least two items are needed, each once.")
    if ranked:
        rows = read(table, numbers=items, fewest=fewest, short=True)
        held, missing = dict(rows.numbers), rows.missing
        del rows
        # Each column goes as its ranks come, so that there are never all of both.
        found = moments([Ranks(held.pop(name)) for name in items])
    else:
        found, missing = moments_of(table, items, fewest=fewest)
    for name, variance in zip(items, np.diag(found.covariance), strict=True):
        if variance <= 0:
            raise NotSeparable(f"Column {name!r} holds the same in every row, so it goes with nothing.", column=name)
    return found, missing


class Ranks:
    """Ranks from 1, the mean rank for equal values: the rows stay as they are, or as short codes."""

    def __init__(self, column: Numbers) -> None:
        near = column.dtype.kind == "i" and int(column.max()) - int(column.min()) < MANY
        self._values = column if near else _codes(column)
        self._low = int(self._values.min())
        counts = np.zeros(int(self._values.max()) - self._low + 1)
        for first in range(0, len(column), BLOCK):
            counts += np.bincount(self._places(slice(first, first + BLOCK)), minlength=len(counts))
        self._ranks: Floats = np.cumsum(counts) - (counts - 1) / 2

    def _places(self, rows: slice) -> Integers:
        return np.asarray(self._values[rows], dtype=np.int64) - self._low

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, rows: slice) -> Floats:
        return np.asarray(self._ranks[self._places(rows)])

    def mean(self) -> float:
        """That of 1, 2, … n, whoever shares a rank."""
        return (len(self) + 1) / 2


def _codes(column: Numbers) -> Numbers:
    found = np.unique(column, return_inverse=True)[1]
    return np.asarray(found, dtype=np.min_scalar_type(len(column)))


def _estimated(r: float, n: int) -> Estimate:
    se = sqrt(max(1 - r * r, 0.0) / (n - 2))
    if abs(r) >= 1:
        return Estimate(r, 0.0, r, r, 0.0)
    half = wide() / sqrt(n - 3)
    middle = atanh(r)
    return Estimate(r, se, tanh(middle - half), tanh(middle + half), two_sided(r / se if se else inf, n - 2))
