"""People with the same occasions pooled: the profiled deviance of a growth model and its gradient, exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, pi
from typing import Final

import numpy as np

from progression._normal import refuse_dependent
from progression.errors import NotSeparable
from progression.mixed.levels import Cells, Levels, alike, apart
from progression.mixed.sums import Sums
from progression.sources import Floats, Integers

BLOCK: Final = 50_000
NOTHING: Final = 1e-12
SLICE: Final = 256
"""Patterns are multiplied by so many at a time: what fits a cache, and too little for several threads to share, so
that the sums are the same however many there are."""

Term = tuple[int, int]
"""A column of the design: its power of time (0 or 1), and its place among 1 and the constant columns."""


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """People by the pattern (n, Σt, Σt²) of their times, G patterns in all.

    Of each person u = (1, the constant columns, Σr, Σtr); `crossed` holds Σuu' over the people of a pattern, its
    upper triangle in a row. `patterns` is (G, 3), `people` how many each, `products` Σrr' over all rows.
    """

    patterns: Floats
    people: Floats
    crossed: Floats
    products: Floats
    width: int
    rows: int
    cells: Cells | None = None

    @property
    def varying(self) -> int:
        """How many columns are summed within a person: the varying ones and the outcome."""
        return len(self.products)


def pool(sums: Sums) -> Pool:
    """Pool the people by their times; within a pattern they are added in the order they stand in.

    Shape: N people to G patterns, G ≤ N. Unit: as the columns. Source: sums; exact for whole numbers below 2^53.
    """
    order, begins = _patterns(sums)
    columns = [np.ones(len(order)), *sums.constant.T, *sums.plain.T, *sums.timed.T]
    upper = np.triu_indices(len(columns))
    crossed = np.empty((len(begins), len(upper[0])))
    ends = np.append(begins[1:], len(order))
    for first in range(0, len(begins), BLOCK):
        last = min(first + BLOCK, len(begins))
        inside = order[begins[first] : ends[last - 1]]
        # A column in one piece is multiplied several times as fast as one that is scattered over rows.
        each = [np.asarray(column[inside], dtype=np.float64) for column in columns]
        starts = begins[first:last] - begins[first]
        for place, (a, b) in enumerate(zip(*upper, strict=True)):
            crossed[first:last, place] = np.add.reduceat(each[a] * each[b], starts)
    leaders = order[begins]
    patterns = np.column_stack([sums.n, sums.time, sums.squares])[leaders].astype(np.float64)
    people = np.diff(begins, append=len(order)).astype(np.float64)
    cells = _cells(sums, np.column_stack(columns), order, begins, patterns) if sums.levels else None
    return Pool(patterns, people, crossed, sums.products, len(columns), int(sums.n.sum()), cells)


def _cells(sums: Sums, each: Floats, order: Integers, begins: Integers, patterns: Floats) -> Cells:
    """What people have of municipalities and caseworkers."""
    which = np.empty(len(order), dtype=np.int64)
    which[order] = np.repeat(np.arange(len(begins)), np.diff(begins, append=len(order)))
    place = 1 + sums.constant.shape[1]
    everybody = np.arange(len(order))
    alone = sums.municipality
    if sums.caseworkers is None and alone is not None:
        plain = slice(place, place + sums.plain.shape[1])
        return alike(which, alone, np.ones(len(order)), each, plain, patterns[:, :2], sums.levels[0])
    mine = sums.caseworkers
    parts = [] if alone is None else [(everybody, alone, sums.n, sums.time, sums.plain)]
    parts += [] if mine is None else [(mine.person, mine.level, mine.n, mine.time, mine.plain)]
    person, level, n, time, plain_sums = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    factor = np.repeat(np.arange(len(parts)), [len(part[0]) for part in parts])
    sort = np.lexsort((level, factor, person))
    own = np.column_stack([n, time])[sort].astype(np.float64)
    return apart(person[sort], factor[sort], level[sort], own, plain_sums[sort], which, each, sums.levels)


def _patterns(sums: Sums) -> tuple[Integers, Integers]:
    """People sorted by pattern, and where each pattern begins."""
    order = np.lexsort((sums.squares, sums.time, sums.n))
    new = np.zeros(len(order), dtype=bool)
    new[:1] = True
    for column in (sums.n, sums.time, sums.squares):
        sorted_column = column[order]
        new[1:] |= sorted_column[1:] != sorted_column[:-1]
    return order.astype(np.int64), np.flatnonzero(new).astype(np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """The model at one covariance of the random effects, relative to the residual variance.

    `deviance` is −2 log-likelihood (restricted or not) with the residual variance at its best, `slope` its gradient
    by that covariance, `effects` the fixed effects, `inverse` (X'V⁻¹X)⁻¹, `residual` the residual variance and
    `by_level` the gradient by the variance of each factor of levels.
    """

    deviance: float
    slope: Floats
    effects: Floats
    inverse: Floats
    residual: float
    by_level: Floats


class Model:
    """The deviance of y = Xβ + Zb + e, Z = (1, t) by person, b ~ N(0, σ²D), e ~ N(0, σ²), by D.

    With S = Z'Z of a pattern, K = (I + SD)⁻¹, M = KS and E = DK (all 2 × 2): Z'V⁻¹ = KZ', Z'V⁻¹Z = M and
    V⁻¹ = I − ZEZ'. Each column of X is Z times something constant for the person, or is summed like the outcome; so
    (X, y)'V⁻¹(X, y) needs of the people only Σuu' by pattern. Each evaluation is one product of matrices with G rows.
    Source: Woodbury's identity; Bates et al., Journal of Statistical Software 67 (2015), for the profiled deviance.
    """

    def __init__(self, pool: Pool, terms: Sequence[Term], *, reml: bool) -> None:
        self.pool, self.reml = pool, reml
        self.fixed = len(terms)
        self.count = len(terms) + pool.varying - 1
        width, constants = pool.width, pool.width - 2 * pool.varying
        self.design = np.zeros((2 * width, self.count + 1))
        for place, (power, column) in enumerate(terms):
            self.design[power * width + column, place] = 1
        for place in range(pool.varying):
            self.design[constants + place, self.fixed + place] = 1
            self.design[width + constants + pool.varying + place, self.fixed + place] = 1
        self._upper = np.triu_indices(width)
        padded = np.zeros((-(-len(pool.crossed) // SLICE) * SLICE, pool.crossed.shape[1]))
        padded[: len(pool.crossed)] = pool.crossed
        self._slices = padded.reshape(-1, SLICE, pool.crossed.shape[1])
        self._levels = Levels(pool.cells, self.design, self.fixed) if pool.cells else None

    @property
    def freedom(self) -> int:
        """What the residual sum of squares is divided by: rows, less the fixed effects when restricted."""
        return self.pool.rows - self.count * self.reml

    def solve(self, covariance: Floats, variances: Floats | None = None) -> Solution:
        """The solution at a relative covariance D (2 × 2), and relative variances of the factors of levels."""
        inner = _Inner(self.pool.patterns, covariance)
        crossed = self._crossed(inner)
        shared = None
        if self._levels and variances is not None:
            shared = self._levels.shared(inner.k, inner.e, variances)
            crossed = crossed - shared.less
        normal, right = crossed[:-1, :-1], crossed[:-1, -1]
        lower = np.linalg.cholesky(normal)
        inverse = np.linalg.inv(normal)
        effects = np.linalg.solve(normal, right)
        squares = float(crossed[-1, -1] - right @ effects)
        free = self.freedom
        deviance = float(self.pool.people @ inner.log_determinant) + free * (1 + log(2 * pi * squares / free))
        if self.reml:
            deviance += 2 * float(np.log(np.diag(lower)).sum())
        away = np.append(-effects, 1.0)
        pull = free / squares * np.outer(away, away)
        pull[:-1, :-1] += inverse * self.reml
        slope = np.asarray(inner.m @ self.pool.people) - self._pulled(inner, pull)
        by_level: Floats = np.empty(0)
        if self._levels and shared:
            deviance += shared.log_determinant
            further, by_level = self._levels.slopes(shared, pull, inner.m, inner.k)
            slope = slope + further
        return Solution(deviance, slope, effects, inverse, squares / free, by_level)

    def _crossed(self, inner: "_Inner") -> Floats:
        """(X, y)'V⁻¹(X, y)."""
        fixed, summed = self.design[:, : self.fixed], self.design[:, self.fixed :]
        by_m, by_k, by_e = self._spread([inner.m, inner.k, inner.e])
        both = fixed.T @ by_k @ summed
        own = self.pool.products - summed.T @ by_e @ summed
        return np.block([[fixed.T @ by_m @ fixed, both], [both.T, own]])

    def _spread(self, weights: Sequence[Floats]) -> list[Floats]:
        """For each of several weights (2, 2, G): Σ weight · uu' over the patterns, a square over (r, place in u)."""
        width = self.pool.width
        padded = np.zeros((4 * len(weights), self._slices.shape[0] * SLICE))
        padded[:, : len(self.pool.people)] = np.concatenate([one.reshape(4, -1) for one in weights])
        sums = (padded.reshape(len(padded), -1, SLICE).transpose(1, 0, 2) @ self._slices).sum(axis=0)
        square = np.empty((len(weights), 4, width, width))
        square[:, :, self._upper[0], self._upper[1]] = sums.reshape(len(weights), 4, -1)
        square[:, :, self._upper[1], self._upper[0]] = sums.reshape(len(weights), 4, -1)
        shaped = square.reshape(-1, 2, 2, width, width).transpose(0, 1, 3, 2, 4)
        return list(shaped.reshape(-1, 2 * width, 2 * width))

    def _pulled(self, inner: "_Inner", pull: Floats) -> Floats:
        """Σ QHQ' over the people, Q = Z'V⁻¹(X, y) and H = `pull`."""
        fixed, summed = self.design[:, : self.fixed], self.design[:, self.fixed :]
        cut = self.fixed
        own, both, other = self._by_pattern(
            [
                fixed @ pull[:cut, :cut] @ fixed.T,
                fixed @ pull[:cut, cut:] @ summed.T,
                summed @ pull[cut:, cut:] @ summed.T,
            ]
        )
        mixed = _around(inner.m, both, inner.k)
        return _around(inner.m, own, inner.m) + mixed + mixed.T + _around(inner.k, other, inner.k)

    def _by_pattern(self, squares: Sequence[Floats]) -> list[Floats]:
        """For each of several squares: Σ over places of it times uu', for each pattern, as (2, 2, G) over (r, r')."""
        width = self.pool.width
        lines = []
        for square in squares:
            blocks = square.reshape(2, width, 2, width).transpose(0, 2, 1, 3).reshape(4, width, width)
            folded = blocks + blocks.transpose(0, 2, 1)
            folded[:, range(width), range(width)] /= 2
            lines.append(folded[:, self._upper[0], self._upper[1]])
        found = (self._slices @ np.concatenate(lines).T).reshape(-1, 4 * len(squares))[: len(self.pool.people)]
        return list(np.ascontiguousarray(found.T).reshape(len(squares), 2, 2, -1))

    def refuse_dependent(self, names: Sequence[str]) -> None:
        """NotSeparable, naming the first column that the ones before it say already."""
        refuse_dependent(names, self._crossed(_Inner(self.pool.patterns, np.zeros((2, 2))))[:-1, :-1])

    def refuse_told(self, outcome: str) -> None:
        """NotSeparable when nothing of the outcome is left beside the columns: there is no residual."""
        crossed = self._crossed(_Inner(self.pool.patterns, np.zeros((2, 2))))
        left = crossed[-1, -1] - crossed[-1, :-1] @ np.linalg.solve(crossed[:-1, :-1], crossed[:-1, -1])
        if left <= NOTHING * crossed[-1, -1] or crossed[-1, -1] <= 0:
            raise NotSeparable(f"Column {outcome!r} is told wholly by the other columns.", column=outcome)


def _around(left: Floats, middle: Floats, right: Floats) -> Floats:
    """Σ left · middle · right' over the patterns, each (2, 2, G)."""
    inner = left[:, 0, None] * middle[None, 0] + left[:, 1, None] * middle[None, 1]
    return np.asarray(np.einsum("acg,dcg->ad", inner, right))


class _Inner:
    """The 2 × 2 matrices of each pattern at one D, as (2, 2, G)."""

    def __init__(self, patterns: Floats, covariance: Floats) -> None:
        n, time, squares = patterns.T
        (a, b), (_, c) = covariance
        # I + SD, written out.
        p, q = 1 + n * a + time * b, n * b + time * c
        r, s = time * a + squares * b, 1 + time * b + squares * c
        determinant = p * s - q * r
        self.log_determinant = np.log(determinant)
        self.k = np.array([[s, -q], [-r, p]]) / determinant
        k, both = self.k, self.k[0, 0] * time + self.k[0, 1] * squares
        self.m = np.array([[k[0, 0] * n + k[0, 1] * time, both], [both, k[1, 0] * time + k[1, 1] * squares]])
        cross = a * k[0, 1] + b * k[1, 1]
        self.e = np.array([[a * k[0, 0] + b * k[1, 0], cross], [cross, b * k[0, 1] + c * k[1, 1]]])
