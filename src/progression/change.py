"""Change from first to last: of many people, and whether one is larger than an inexact measure makes by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isfinite, sqrt
from numbers import Real
from typing import Any, Final

import numpy as np

from progression._normal import alpha_of, moments
from progression._people import Occasions, occasions
from progression.errors import BadInput, TooFew, not_a_number
from progression.results import LEVEL, Estimate, Missing, estimate, estimates_table
from progression.sources import Floats, Rows, names_of, read

__all__ = [
    "PairedChange",
    "ReliableChange",
    "ReliableShares",
    "paired",
    "reliable_change",
]

DRAWS: Final = 2000
TWO_SIDED_95: Final = 1.96


@dataclass(frozen=True, slots=True)
class ReliableChange:
    """`change` is after minus before; `standard_error` that of a difference; `index` is the one over the other.

    `reliable`: a measure as inexact as this one makes so large a difference by itself in fewer than 5 of 100 cases.
    That says nothing of why, nor whether it matters to the person.
    """

    change: float
    standard_error: float
    index: float
    reliable: bool


def reliable_change(
    before: Fraction | float, after: Fraction | float, *, sd: float, reliability: Fraction | float
) -> ReliableChange:
    """RCI = (after − before) / (√2 · sd · √(1 − reliability)); reliable beyond ±1.96.

    Unit: all four in steps of the same scale; `sd` is that of many people at their first measurement and
    `reliability` that of the measure (here Cronbach's alpha). Meant for the mean of an area and for many people;
    it must never be held against what somebody says of herself.
    Errors: BadInput unless sd > 0 and 0 ≤ reliability < 1, or when a number is not finite.
    Source: Jacobson and Truax, Journal of Consulting and Clinical Psychology 59 (1991), 12–19.
    """
    given = {"before": before, "after": after, "sd": sd, "reliability": reliability}
    for name, number in given.items():
        if not isinstance(number, Real):
            raise not_a_number(name, None, number)
    numbers = [float(number) for number in given.values()]
    if not all(isfinite(number) for number in numbers):
        raise BadInput("Reliable change needs four finite numbers.")
    if numbers[2] <= 0 or not 0 <= numbers[3] < 1:
        raise BadInput("Reliable change needs sd > 0 and 0 <= reliability < 1.")
    change = float(after - before)
    standard_error = sqrt(2) * numbers[2] * sqrt(1 - numbers[3])
    if standard_error == 0:
        raise BadInput("The measure is so exact that its error is not a number above 0.")
    index = change / standard_error
    return ReliableChange(change, standard_error, index, abs(index) > TWO_SIDED_95)


@dataclass(frozen=True, slots=True)
class ReliableShares:
    """How many of `of` people moved by more than the measure's own noise, up and down, and how many did not.

    `beyond` is the least change that counts, from `alpha` and `sd` of the first occasion.
    """

    improved: int
    unchanged: int
    worsened: int
    of: int
    beyond: float
    alpha: float
    sd: float


@dataclass(frozen=True, slots=True)
class PairedChange:
    """Last minus first of `n` people with two occasions or more; `alone` had one only and are not in it.

    `mean` has Student's interval and the paired t-test. `bootstrap` is a 95 % interval (percentiles) from drawing
    people, or whole clusters, anew. `effect` is the mean over the first occasion's standard deviation, `effect_z`
    over that of the changes. `reliable` is None when there is no alpha (one item, and no reliability given).
    """

    n: int
    alone: int
    first: float
    last: float
    mean: Estimate
    bootstrap: tuple[float, float]
    effect: float | None
    effect_z: float | None
    reliable: ReliableShares | None
    missing: Missing

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """One row: the mean change."""
        return estimates_table({"change": self.mean})


def paired(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    items: str | Sequence[str],
    person: str,
    occasion: str,
    *,
    cluster: str | None = None,
    reliability: float | None = None,
    seed: int = 0,
) -> PairedChange:
    """The change of each person from her first occasion to her last, in the mean of the items.

    Shape: a row an occasion, one a person and `occasion` (any rising number), read row by row; rows with anything
    missing are left out. Unit: steps of the scale.
    Who was referred at a low point rises by herself (regression to the mean): a mean change is no effect.
    Errors: DuplicatedOccasion, TooFew for under two people, and those of `sources.read`.
    Source: Student; bootstrap: Efron and Tibshirani (1993), with clusters drawn whole; reliable change: as
    `reliable_change`, alpha at the first occasion.
    """
    items = names_of(items)
    rows = read(table, numbers=[*items, occasion], groups=[person, *([cluster] if cluster else [])])
    when = occasions(rows.groups[person].codes, rows.numbers[occasion], occasion, rows.at)
    if len(when.first) < 2:
        raise TooFew(f"{len(when.first)} people have two occasions; a mean change needs at least two.")
    return _changed(rows, items, when, cluster, reliability, np.random.default_rng(seed))


def _changed(
    rows: Rows,
    items: Sequence[str],
    when: Occasions,
    cluster: str | None,
    reliability: float | None,
    random: np.random.Generator,
) -> PairedChange:
    first, last = when.first, when.last
    total = np.sum([rows.numbers[name] for name in items], axis=0)
    # In whole steps as long as the items are whole, so that the order of the people changes nothing.
    steps, k = total[last] - total[first], len(items)
    change = steps / k
    n, mean, spread = len(first), float(steps.sum()) / (k * len(first)), float(change.std(ddof=1))
    before = float(np.std(total[first] / k, ddof=1))
    drawn = _drawn(rows, change, first, cluster, random)
    return PairedChange(
        n,
        alone=int((when.sizes == 1).sum()),
        first=float(total[first].sum()) / (k * n),
        last=float(total[last].sum()) / (k * n),
        mean=estimate(mean, spread / sqrt(n), n - 1),
        bootstrap=(float(np.quantile(drawn, 0.5 - LEVEL / 2)), float(np.quantile(drawn, 0.5 + LEVEL / 2))),
        effect=mean / before if before else None,
        effect_z=mean / spread if spread else None,
        reliable=_shares(change, before, _alpha(rows, items, first) if reliability is None else reliability),
        missing=rows.missing,
    )


def _drawn(rows: Rows, change: Floats, first: Any, cluster: str | None, random: np.random.Generator) -> Floats:  # noqa: ANN401
    """Mean changes of samples drawn with replacement: of people (by how often each change occurs), or of clusters."""
    if cluster is None:
        values, counts = np.unique(change, return_counts=True)
        drawn = random.multinomial(len(change), counts / len(change), size=DRAWS)
        return np.asarray(drawn @ values / len(change))
    _, codes = np.unique(rows.groups[cluster].codes[first], return_inverse=True)
    sums, sizes = np.bincount(codes, change), np.bincount(codes)
    if len(sums) < 2:
        raise TooFew(f"Column {cluster!r} has one group only, so nothing is known between groups.", column=cluster)
    drawn = random.multinomial(len(sums), np.full(len(sums), 1 / len(sums)), size=DRAWS)
    return np.asarray((drawn @ sums) / (drawn @ sizes))


def _alpha(rows: Rows, items: Sequence[str], first: Any) -> float | None:  # noqa: ANN401
    if len(items) < 2:
        return None
    covariance = moments([rows.numbers[name][first] for name in items]).covariance
    return alpha_of(covariance) if covariance.sum() > 0 else None


def _shares(change: Floats, sd: float, alpha: float | None) -> ReliableShares | None:
    """None when the measure has no reliability between 0 and 1, or nobody differs at first."""
    if alpha is None or sd <= 0 or not 0 <= alpha < 1:
        return None
    beyond = TWO_SIDED_95 * sqrt(2) * sd * sqrt(1 - alpha)
    up, down = int((change > beyond).sum()), int((change < -beyond).sum())
    return ReliableShares(up, len(change) - up - down, down, len(change), beyond, alpha, sd)
