"""Normal equations about the means: exact enough for any unit, and a column that says nothing new is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from progression.errors import NotSeparable, TooFew
from progression.results import Missing
from progression.sources import Floats, Integers, Numbers, opened, read, stack
from progression.sources.asking import WholeSums, whole_sums

BLOCK: Final = 8_192
"""Rows at a time: some columns of so many fit a cache."""
INTERCEPT: Final = "(Intercept)"
DEPENDENT: Final = 1e-10
"""A column of which less than this share is left beside the others says nothing of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Standard:
    """Columns about their means and over their standard deviations, the intercept first; `back` turns effects on
    them into effects on the columns that came in."""

    names: tuple[str, ...]
    columns: Floats
    back: Floats

    @property
    def n(self) -> int:
        """Rows."""
        return len(self.columns)

    @property
    def k(self) -> int:
        """Effects, the intercept among them."""
        return len(self.names)


def refuse_few(rows: int, effects: int) -> None:
    """TooFew for no more rows than effects."""
    if rows <= effects:
        raise TooFew(f"{rows} complete rows are too few for {effects} effects: take fewer covariates.")


def standard(names: Sequence[str], columns: Sequence[Numbers], rows: int) -> Standard:
    """The design with standard columns. Errors: TooFew for no more rows than effects; NotSeparable by name."""
    refuse_few(rows, len(names) + 1)
    raw = stack(columns, rows)
    means = raw.mean(axis=0)
    centred = raw - means
    spread = np.sqrt((centred**2).mean(axis=0))
    refuse_constant(names, means, spread)
    scaled = centred / spread
    refuse_dependent(names, scaled.T @ scaled / rows)
    back = np.diag(np.append(1.0, 1 / spread))
    back[0, 1:] = -means / spread
    return Standard((INTERCEPT, *names), np.column_stack([np.ones(rows), scaled]), back)


def refuse_constant(names: Sequence[str], means: Floats, spread: Floats) -> None:
    """NotSeparable, naming the first column that never varies."""
    for name, mean, sd in zip(names, means, spread, strict=False):
        if sd <= 1e-13 * max(1.0, abs(mean)):
            raise NotSeparable(f"Column {name!r} holds the same in every row, so it has no effect.", column=name)


def refuse_dependent(names: Sequence[str], crossed: npt.NDArray[Any]) -> None:
    """NotSeparable, naming the first column that the ones before it say already.

    Shape: `crossed` is X'X with a row a name, of any scale.
    """
    size = np.sqrt(np.diag(crossed))
    for place, name in enumerate(names):
        among = crossed[:place, :place] / np.outer(size[:place], size[:place]) if place else np.empty((0, 0))
        toward = crossed[:place, place] / (size[:place] * size[place]) if place and size[place] else np.zeros(place)
        if size[place] == 0 or 1 - toward @ np.linalg.solve(among, toward) < DEPENDENT:
            raise NotSeparable(f"Column {name!r} says nothing that the columns before it do not.", column=name)


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """Of `n` rows the means and the covariances (n − 1) of several columns."""

    n: int
    means: Floats
    covariance: Floats

    @property
    def correlation(self) -> Floats:
        """Pearson's correlations; every column must vary."""
        sd = np.sqrt(np.diag(self.covariance))
        found = self.covariance / np.outer(sd, sd)
        np.fill_diagonal(found, 1.0)
        return np.asarray(np.clip(found, -1.0, 1.0))


class Column(Protocol):
    """What moments are taken of: rows by the block, and their mean."""

    def __len__(self) -> int: ...
    def __getitem__(self, rows: slice, /) -> Numbers: ...
    def mean(self) -> Any: ...  # noqa: ANN401 (numpy's is of any kind of number)


def moments(columns: Sequence[Column]) -> Moments:
    """Means and covariances, block by block about the whole number next to the mean: exact for whole numbers."""
    n = len(columns[0])
    near = np.array([np.rint(column.mean()) for column in columns])
    total, products = np.zeros(len(columns)), np.zeros((len(columns), len(columns)))
    for first in range(0, n, BLOCK):
        block = np.array([column[first : first + BLOCK] for column in columns], dtype=np.float64) - near[:, None]
        total += block.sum(axis=1)
        products += block @ block.T
    return Moments(n, near + total / n, (products - np.outer(total, total) / n) / (n - 1))


def add_by(into: Floats, codes: Integers, columns: Floats) -> None:
    """Add to each place of `into` the rows of its code. Shapes: (k, G), (b,) rising, (k, b)."""
    starts = np.flatnonzero(np.diff(codes, prepend=-1))
    found = codes[starts]
    # A slice is added to several times as fast as places one by one, and most often there is no gap.
    places: Any = slice(found[0], found[-1] + 1) if found[-1] - found[0] < len(found) else found
    into[:, places] += np.add.reduceat(columns, starts, axis=1)


def moments_of(table: Any, names: Sequence[str], *, fewest: int) -> tuple[Moments, Missing]:  # noqa: ANN401
    """Means and covariances of the complete rows of a table: one aggregation where an engine keeps whole numbers.

    The two ways give the same digits. Errors: those of `sources.read`.
    """
    source = opened(table)
    summed = whole_sums(source, names, fewest=fewest)
    if summed is not None:
        return _of_sums(summed), summed.missing
    rows = read(source, numbers=names, fewest=fewest)
    return moments([rows.numbers[name] for name in names]), rows.missing


def _of_sums(found: WholeSums) -> Moments:
    """As `moments`, from exact sums: moved to the whole numbers next to the means before anything is a float."""
    n = found.n
    near = [round(one / n) for one in found.sums]
    total = np.array([one - n * mean for one, mean in zip(found.sums, near, strict=True)], dtype=np.float64)
    products = np.array(
        [
            [
                product - near[b] * found.sums[a] - near[a] * found.sums[b] + n * near[a] * near[b]
                for b, product in enumerate(line)
            ]
            for a, line in enumerate(found.products)
        ],
        dtype=np.float64,
    )
    return Moments(n, near + total / n, (products - np.outer(total, total) / n) / (n - 1))


def alpha_of(covariance: Floats) -> float:
    """Cronbach's alpha from the covariances of the items: k/(k−1) · (1 − trace / sum)."""
    k = len(covariance)
    return k / (k - 1) * (1 - float(np.trace(covariance)) / float(covariance.sum()))
