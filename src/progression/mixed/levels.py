"""Random levels of municipalities and caseworkers beside those of the people: a second round of Woodbury, exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from progression.errors import BadInput
from progression.sources import Floats, Integers

MOST: Final = 4000
"""So many caseworkers and municipalities make a matrix that still fits in memory."""


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """What each person (or all people of a pattern alike) has of a level.

    Per cell: the `pattern` of the times, the `level`, how many `people` alike are in it, `own` (n, Σt) of the rows of
    one of them in the level, Σu over the people (`each`) and Σr over the rows (`plain`). `pairs` lists the cells of
    one person with one another: two cells, and the rows they share over all people alike.
    Levels of the factor f go from `starts[f]` to `starts[f + 1]`.
    """

    pattern: Integers
    level: Integers
    people: Floats
    own: Floats
    each: Floats
    plain: Floats
    pairs: tuple[Integers, Integers, Floats]
    starts: tuple[int, ...]

    @property
    def levels(self) -> int:
        """How many levels there are in all."""
        return self.starts[-1]


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """What the levels change at one D and one variance for each factor (relative to the residual).

    With R = W'V⁻¹(X, y) and C = W'V⁻¹W over the columns W of the levels and G = (Δ⁻¹ + C)⁻¹: `less` is R'GR, taken
    off (X, y)'V⁻¹(X, y), and `log_determinant` is log|I + ΔC|.
    """

    less: Floats
    log_determinant: float
    right: Floats
    crossed: Floats
    fill: Floats
    turned: Floats


class Levels:
    """The part of the deviance that levels add, and its gradient."""

    def __init__(self, cells: Cells, design: Floats, fixed: int) -> None:
        if cells.levels > MOST:
            raise BadInput(f"{cells.levels} caseworkers and municipalities are more than the {MOST} computed on.")
        self.cells, self.fixed = cells, fixed
        width = cells.each.shape[1]
        powers = design.reshape(2, width, -1)
        self._constant = np.stack([cells.each @ powers[power][:, :fixed] for power in (0, 1)], axis=1)
        self._summed = np.stack([cells.each @ powers[power][:, fixed:] for power in (0, 1)], axis=1)
        self._order = np.argsort(cells.level, kind="stable")
        self._begins = np.flatnonzero(np.diff(cells.level[self._order], prepend=-1))

    def shared(self, k: Floats, e: Floats, variances: Floats) -> Shared:
        """What the levels change, from K and E of each pattern and the relative variance of each factor."""
        cells = self.cells
        k, e = k[:, :, cells.pattern], e[:, :, cells.pattern]
        inward = np.einsum("abc,cb->ca", k, cells.own)
        taken = np.einsum("abc,cb->ca", e, cells.own)
        constant = np.einsum("ca,cap->cp", inward, self._constant)
        summed = cells.plain - np.einsum("ca,cam->cm", taken, self._summed)
        # Every level has rows, so the sums of sorted cells are those of the levels.
        right = np.add.reduceat(np.hstack([constant, summed])[self._order], self._begins)
        one, two, rows = cells.pairs
        entries = rows - cells.people[one] * np.einsum("ca,ca->c", taken[one], cells.own[two])
        count = cells.levels
        places = cells.level[one] * count + cells.level[two]
        crossed = np.asarray(np.bincount(places, entries, minlength=count * count).reshape(count, count), np.float64)
        spread = np.repeat(variances, np.diff(cells.starts))
        inner = np.eye(count) + spread[:, None] * crossed
        turned = np.linalg.inv(inner)
        fill = turned * spread
        log_determinant = float(np.linalg.slogdet(inner)[1])
        return Shared(right.T @ fill @ right, log_determinant, right, crossed, (fill + fill.T) / 2, turned)

    def slopes(self, shared: Shared, pull: Floats, m: Floats, k: Floats) -> tuple[Floats, Floats]:
        """The gradient by D (to be added to that without levels) and by the variance of each factor."""
        cells = self.cells
        m, k = m[:, :, cells.pattern], k[:, :, cells.pattern]
        inward = np.einsum("abc,cb->ca", k, cells.own)
        reached = shared.fill @ shared.right
        toward_right = -2 * reached @ pull
        toward_crossed = shared.fill + reached @ pull @ reached.T
        wanted = toward_right[cells.level]
        constant = np.einsum("cap,cp->ca", self._constant, wanted[:, : self.fixed])
        summed = np.einsum("cam,cm->ca", self._summed, wanted[:, self.fixed :])
        moved = np.einsum("abc,cb->ca", m, constant) + np.einsum("abc,cb->ca", k, summed)
        one, two, _ = cells.pairs
        weight = cells.people[one] * toward_crossed[cells.level[one], cells.level[two]]
        by_people = -(inward.T @ moved) - (inward[one] * weight[:, None]).T @ inward[two]
        seen = shared.turned.T @ shared.right
        by_level = np.diag(shared.crossed @ shared.turned) - np.einsum("lp,pq,lq->l", seen, pull, seen)
        return (by_people + by_people.T) / 2, np.add.reduceat(by_level, cells.starts[:-1])


def alike(
    pattern: Integers, level: Integers, people: Floats, each: Floats, plain: slice, own: Floats, count: int
) -> Cells:
    """Cells of one factor that never changes for a person: all people of a pattern in a level are one cell.

    Shapes: a row a person; `plain` says which columns of `each` are Σr; `own` is (n, Σt) by pattern.
    """
    keys, inverse = np.unique(pattern * count + level, return_inverse=True)
    order = np.argsort(inverse, kind="stable")
    begins = np.flatnonzero(np.diff(inverse[order], prepend=-1))
    sums = np.add.reduceat(each[order], begins)
    together = np.add.reduceat(people[order], begins)
    places = np.arange(len(keys))
    patterns = (keys // count).astype(np.int64)
    pairs = (places, places, together * own[patterns, 0])
    return Cells(
        patterns, (keys % count).astype(np.int64), together, own[patterns], sums, sums[:, plain], pairs, (0, count)
    )


def apart(
    person: Integers,
    factor: Integers,
    level: Integers,
    own: Floats,
    plain: Floats,
    pattern: Integers,
    each: Floats,
    counts: Sequence[int],
) -> Cells:
    """Cells of each person by herself, for factors that may change for her or stand beside one another.

    Shapes: a row a cell (`person` rising); `pattern` and `each` a row a person; `counts` the levels of each factor.
    """
    sizes = np.bincount(person, minlength=len(pattern))
    begins = np.cumsum(sizes) - sizes
    mine = sizes[person]
    one = np.repeat(np.arange(len(person)), mine)
    within = np.arange(len(one)) - np.repeat(np.cumsum(mine) - mine, mine)
    two = np.repeat(begins[person], mine) + within
    # Two levels of one factor share no row; a level that never changes shares all rows of the other factor's cell.
    both = np.minimum(own[one, 0], own[two, 0])
    rows = np.where((factor[one] != factor[two]) | (one == two), both, 0.0)
    starts = tuple(int(start) for start in np.append(0, np.cumsum(counts)))
    return Cells(
        pattern[person],
        level + np.array(starts)[factor],
        np.ones(len(person)),
        own,
        each[person],
        plain,
        (one, two, rows),
        starts,
    )
