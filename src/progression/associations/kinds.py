"""Kinds of people by their answers: k-means or Ward, how many kinds there are, and what each is like."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage

from progression.errors import BadInput, NotSeparable, TooFew
from progression.results import Missing, arrow_table
from progression.sources import Floats, Integers, read, stack

STARTS: Final = 10
"""Starts for many rows; for few there are up to ten times as many, as they cost nothing."""
BEST: Final = 5
"""So many of the starts are brought further, row by row."""
MOST_STEPS: Final = 300
SAMPLE: Final = 2000
"""Silhouettes compare everybody with everybody, so they are taken of so many people at most."""
BY_ITEM: Final = "each item of the rows that have it"
MOST_WARD: Final = 5000
CHOICES: Final = range(2, 9)

Method = Literal["kmeans", "ward"]


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """`k` kinds of the `n` complete rows: `kind` (from 0) of each row named in `at` (from 1), the largest kind first.

    `centres` are means in the items' own steps, `inertia` the squared distances within kinds on standardised items.
    `silhouettes` has the mean silhouette for each k that was tried, over `sampled` rows; under 0.25 there are hardly
    kinds at all, only a cloud that was cut (Kaufman and Rousseeuw).
    """

    k: int
    method: Method
    kind: Integers
    at: Integers
    centres: Floats
    inertia: float
    silhouettes: Mapping[int, float]
    sampled: int
    items: tuple[str, ...]
    missing: Missing

    @property
    def n(self) -> int:
        """Complete rows."""
        return len(self.kind)

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """A row a kind: how many, and the mean of each item."""
        means = {name: self.centres[:, place].tolist() for place, name in enumerate(self.items)}
        return arrow_table({"kind": list(range(self.k)), "n": np.bincount(self.kind).tolist(), **means})


def clusters(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    items: Sequence[str],
    k: int | None = None,
    seed: int = 0,
    method: Method = "kmeans",
) -> Kinds:
    """Kinds of rows by standardised items; without `k` the one from 2 to 8 with the greatest mean silhouette.

    Shape: a row a person (one occasion of each). k-means: the best of ten or more starts drawn far apart by `seed`.
    Ward: merging what adds least to the squares within, for up to 5,000 rows. Errors: TooFew for fewer different rows
    than kinds; NotSeparable for an item that never varies; BadInput for Ward of more rows; those of `sources.read`.
    Source: Lloyd (1982); Arthur and Vassilvitskii (2007); Ward (1963); Rousseeuw (1987).
    """
    if method not in ("kmeans", "ward") or (k is not None and k < 2):
        raise BadInput(f"There are no {k or 'best'} kinds by {method!r}; take kmeans or ward, and two kinds or more.")
    rows = read(table, numbers=items, fewest=3)
    raw = stack([rows.numbers[name] for name in items], rows.n)
    points = _standardised(raw, items)
    different = len(np.unique(points, axis=0))
    tried = [k] if k else [one for one in CHOICES if one < different]
    if not tried or different < max(tried):
        raise TooFew(f"{different} different rows are too few for {k or 2} kinds.")
    if method == "ward" and rows.n > MOST_WARD:
        raise BadInput(f"Ward compares all {rows.n} rows with one another; for more than {MOST_WARD} take kmeans.")
    random = np.random.default_rng(seed)
    sample = np.sort(random.choice(rows.n, min(rows.n, SAMPLE), replace=False))
    tree = linkage(points, "ward") if method == "ward" else None
    found: dict[int, Integers] = {}
    for one in tried:
        found[one] = _kmeans(points, one, random) if tree is None else _cut(tree, one)
    silhouettes = {one: silhouette(points[sample], kind[sample]) for one, kind in found.items()}
    best = max(silhouettes, key=silhouettes.__getitem__)
    kind = _largest_first(found[best])
    centres = _centres(raw, kind, best)
    inertia = float(((points - _centres(points, kind, best)[kind]) ** 2).sum())
    return Kinds(best, method, kind, rows.at, centres, inertia, silhouettes, len(sample), tuple(items), rows.missing)


@dataclass(frozen=True, slots=True)
class Profiles(Mapping[int, Mapping[str, float]]):
    """What each kind is like: by kind and item how far its mean is from everybody's, in standard deviations.

    `n` values of each item stood behind it; `missing` has the rows with a kind, and by item those without a value.
    """

    by: Mapping[int, Mapping[str, float]]
    n: Mapping[str, int]
    missing: Missing

    def __getitem__(self, kind: int) -> Mapping[str, float]:
        return self.by[kind]

    def __iter__(self) -> Iterator[int]:
        return iter(self.by)

    def __len__(self) -> int:
        return len(self.by)

    def to_table(self) -> Any:  # noqa: ANN401
        """A row a kind, a column an item."""
        return arrow_table(
            {"kind": list(self.by), **{name: [one[name] for one in self.by.values()] for name in self.n}}
        )


def cluster_profiles(found: Kinds, table: Any, items: Sequence[str]) -> Profiles:  # noqa: ANN401
    """What each kind is like on any items, the ones it was made from or others: how far its mean is from everybody's.

    Unit: standard deviations of the rows that have a kind. Shape: the table that the kinds came from; a row without
    the item is left out of that item. Errors: TooFew for a kind without a value, NotSeparable for an item that never
    varies, and those of `sources.read`.
    """
    described: dict[int, dict[str, float]] = {kind: {} for kind in range(found.k)}
    n: dict[str, int] = {}
    place = {int(row): kind for row, kind in zip(found.at, found.kind, strict=True)}
    for name in items:
        rows = read(table, numbers=[name])
        mine = np.array([place.get(int(row), -1) for row in rows.at])
        values = rows.numbers[name][mine >= 0].astype(np.float64)
        kinds = mine[mine >= 0]
        n[name], sd = len(values), float(values.std())
        if len(values) and not sd:
            raise NotSeparable(f"Column {name!r} holds the same in every row, so it parts nobody.", column=name)
        for kind in range(found.k):
            if not (kinds == kind).any():
                raise TooFew(f"Column {name!r} has no value in kind {kind}.", column=name)
            described[kind][name] = float(values[kinds == kind].mean() - values.mean()) / sd
    gone = {name: found.n - count for name, count in n.items() if count < found.n}
    return Profiles(described, n, Missing(BY_ITEM, found.n, 0, gone))


def silhouette(points: Floats, kind: Integers) -> float:
    """The mean over the rows of (b − a)/max(a, b): a the mean distance to the own kind, b to the nearest other.

    A row alone in its kind has 0. Source: Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987).
    """
    _, codes, sizes = np.unique(kind, return_inverse=True, return_counts=True)
    if len(sizes) < 2:
        return 0.0
    squares = (points**2).sum(axis=1)
    distances = np.sqrt(np.maximum(squares[:, None] + squares - 2 * points @ points.T, 0))
    np.fill_diagonal(distances, 0.0)
    sums = distances @ np.eye(len(sizes))[codes]
    rows = np.arange(len(codes))
    own = sums[rows, codes] / np.maximum(sizes[codes] - 1, 1)
    others = sums / sizes
    others[rows, codes] = np.inf
    nearest = others.min(axis=1)
    widest = np.maximum(np.maximum(own, nearest), 1e-300)
    return float(np.where(sizes[codes] > 1, (nearest - own) / widest, 0.0).mean())


def _cut(tree: Any, k: int) -> Integers:  # noqa: ANN401 (a tree as scipy has it)
    return np.asarray(fcluster(tree, k, "maxclust") - 1, dtype=np.int64)


def _standardised(raw: Floats, items: Sequence[str]) -> Floats:
    sd = raw.std(axis=0)
    for name, spread in zip(items, sd, strict=True):
        if spread == 0:
            raise NotSeparable(f"Column {name!r} holds the same in every row, so it parts nobody.", column=name)
    return np.asarray((raw - raw.mean(axis=0)) / sd)


def _kmeans(points: Floats, k: int, random: np.random.Generator) -> Integers:
    """The best of several starts."""
    starts = min(10 * STARTS, max(STARTS, 200_000 // len(points)))
    found = sorted((_lloyd(points, _far_apart(points, k, random)) for _ in range(starts)), key=lambda one: one[0])
    return min((_settled(points, kind, k) for _, kind in found[:BEST]), key=lambda one: one[0])[1]


def _settled(points: Floats, kind: Integers, k: int) -> tuple[float, Integers]:
    """Where moving one row to another kind makes the squares less, the best such move, until none does.

    What a row adds to a kind of n is n/(n + 1) of its squared distance, and what it takes away n/(n − 1).
    Source: Hartigan and Wong, Applied Statistics 28 (1979).
    """
    kind, rows = kind.copy(), np.arange(len(points))
    for _ in range(MOST_STEPS):
        sizes = np.bincount(kind, minlength=k).astype(np.float64)
        squares = ((points[:, None, :] - _centres(points, kind, k)) ** 2).sum(axis=2)
        own = squares[rows, kind] * sizes[kind] / np.maximum(sizes[kind] - 1, 1e-9)
        gain = np.where(sizes[kind] > 1, own, 0.0)[:, None] - squares * sizes / (sizes + 1)
        gain[rows, kind] = 0.0
        row, to = np.unravel_index(int(gain.argmax()), gain.shape)
        if gain[row, to] <= 1e-12 * squares.sum():
            break
        kind[row] = to
    return float(((points - _centres(points, kind, k)[kind]) ** 2).sum()), kind


def _far_apart(points: Floats, k: int, random: np.random.Generator) -> Floats:
    """Starting centres, each drawn by its squared distance to those before it."""
    chosen = [int(random.integers(len(points)))]
    nearest = np.full(len(points), np.inf)
    while len(chosen) < k:
        nearest = np.minimum(nearest, ((points - points[chosen[-1]]) ** 2).sum(axis=1))
        chosen.append(int(np.searchsorted(np.cumsum(nearest), random.random() * nearest.sum(), side="right")))
    return points[np.minimum(chosen, len(points) - 1)]


def _lloyd(points: Floats, centres: Floats) -> tuple[float, Integers]:
    """Rows to the nearest centre and centres to the mean of their rows, until nobody moves."""
    kind, before = np.zeros(len(points), dtype=np.int64), -1.0
    for _ in range(MOST_STEPS):
        distances = (centres**2).sum(axis=1) - 2 * points @ centres.T
        kind = distances.argmin(axis=1).astype(np.int64)
        least = distances[np.arange(len(points)), kind]
        centres = _centres(points, kind, len(centres))
        empty = np.flatnonzero(np.bincount(kind, minlength=len(centres)) == 0)
        if empty.size:
            # A centre that lost everybody starts again from the row that is worst off.
            centres[empty] = points[np.argsort(-(least + (points**2).sum(axis=1)))[: len(empty)]]
            continue
        now = float(((points - centres[kind]) ** 2).sum())
        if now == before:
            break
        before = now
    return before, kind


def _centres(points: Floats, kind: Integers, k: int) -> Floats:
    sizes = np.bincount(kind, minlength=k)
    sums = np.column_stack([np.bincount(kind, column, minlength=k) for column in points.T])
    return np.asarray(sums / np.maximum(sizes, 1)[:, None])


def _largest_first(kind: Integers) -> Integers:
    _, codes, sizes = np.unique(kind, return_inverse=True, return_counts=True)
    turned = np.empty(len(sizes), dtype=np.int64)
    turned[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes))
    return np.asarray(turned[codes])
