"""How exactly several items together measure one thing, and how alike the answers of one person are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from typing import Any, overload

import numpy as np
from scipy.special import fdtrc, fdtri

from progression._between import parted
from progression._normal import Moments, alpha_of, moments_of
from progression.change import ReliableChange, reliable_change
from progression.errors import BadInput, NotSeparable, TooFew
from progression.ratings import ZERO_TO_TEN, Scale, validate
from progression.results import Estimate, Missing, arrow_table, estimate, estimates_table

__all__ = [
    "Alpha",
    "Icc",
    "ItemRest",
    "ItemRests",
    "Reliability",
    "ReliableChange",
    "cronbach_alpha",
    "icc",
    "item_rest",
    "reliable_change",
]


@dataclass(frozen=True, slots=True)
class Reliability:
    """Of `n` people who rated all `items` items: exact, in steps of the scale.

    `alpha` is None when nobody differs from anybody. It is at most 1, and below 0 when the items run against one
    another. `variance` is the sample variance (n − 1) of a person's mean over the items.
    """

    n: int
    items: int
    alpha: Fraction | None
    variance: Fraction

    @property
    def sd(self) -> float:
        """The standard deviation of a person's mean over the items."""
        return sqrt(self.variance)


@dataclass(frozen=True, slots=True)
class Alpha:
    """Cronbach's alpha of `items` columns over `n` complete rows, with the error of Duhachek and Iacobucci.

    `standardised` is alpha of the items over their standard deviations, `average_r` their mean correlation.
    """

    alpha: Estimate
    standardised: float
    average_r: float
    n: int
    items: tuple[str, ...]
    missing: Missing

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """One row."""
        return estimates_table({"alpha": self.alpha})


@overload
def cronbach_alpha(table: Sequence[Sequence[int]], items: Scale = ZERO_TO_TEN) -> Reliability: ...
@overload
def cronbach_alpha(table: Any, items: Sequence[str]) -> Alpha: ...  # noqa: ANN401 (any kind of table)
def cronbach_alpha(table: Any, items: Scale | Sequence[str] = ZERO_TO_TEN) -> Reliability | Alpha:
    """Alpha = k/(k−1) · (1 − Σ variance of an item / variance of the sum), for k items.

    Shape: a table with a column an item; rows with one unanswered are left out. Or rows of ratings alone, a person
    each, with their scale in the place of the names: then exact, and nothing may be missing.
    Unit: steps of the scale. Errors: TooFew for under two people or items, NotSeparable for an item that everybody
    answers alike, and those of `sources.read`; of rows alone ValueError for uneven ones and ratings off the scale.
    Source: Cronbach, Psychometrika 16 (1951), 297–334; error: Duhachek and Iacobucci, Journal of Applied Psychology
    89 (2004), as in R's psych.
    """
    if isinstance(items, Scale):
        return _of_people(table, items)
    found, missing = _items(table, items)
    k, c = len(items), found.covariance
    whole = float(c.sum())
    alpha = alpha_of(c)
    spread = whole * (float(np.trace(c @ c)) + float(np.trace(c)) ** 2) - 2 * float(np.trace(c)) * float(
        (c @ c).sum()
    )
    error = sqrt(2 * k**2 / ((k - 1) ** 2 * whole**3) * spread / found.n)
    average = float((found.correlation.sum() - k) / (k * (k - 1)))
    standardised = k * average / (1 + (k - 1) * average)
    return Alpha(estimate(alpha, error), standardised, average, found.n, tuple(items), missing)


@dataclass(frozen=True, slots=True)
class ItemRest:
    """One item beside the others: its correlation with their sum, and their alpha without it (None for two items)."""

    rest: float
    alpha_without: float | None
    mean: float
    sd: float


@dataclass(frozen=True, slots=True)
class ItemRests(Mapping[str, ItemRest]):
    """Each item by its name, of `n` complete rows."""

    by: Mapping[str, ItemRest]
    n: int
    missing: Missing

    def __getitem__(self, name: str) -> ItemRest:
        return self.by[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by)

    def __len__(self) -> int:
        return len(self.by)

    def to_table(self) -> Any:  # noqa: ANN401
        """A row an item."""
        found = list(self.by.values())
        parts = {part: [getattr(one, part) for one in found] for part in ("rest", "alpha_without", "mean", "sd")}
        return arrow_table({"item": list(self.by), **parts})


def item_rest(table: Any, items: Sequence[str]) -> ItemRests:  # noqa: ANN401
    """Each item against the sum of the others.

    Shape, missing rows and errors: as `cronbach_alpha`. Source: R's psych (r.drop and alpha.drop).
    """
    found, missing = _items(table, items)
    c, k = found.covariance, len(items)
    whole, sums = float(c.sum()), c.sum(axis=1)
    described = {}
    for place, name in enumerate(items):
        own = float(c[place, place])
        rest = whole - 2 * float(sums[place]) + own
        if rest <= 0:
            raise NotSeparable(f"The items beside {name!r} have the same sum in every row.", column=name)
        without = (k - 1) / (k - 2) * (1 - (float(np.trace(c)) - own) / rest) if k > 2 else None
        described[name] = ItemRest((float(sums[place]) - own) / sqrt(own * rest), without, *_of(found, place))
    return ItemRests(described, found.n, missing)


def _of(found: Moments, place: int) -> tuple[float, float]:
    return float(found.means[place]), sqrt(float(found.covariance[place, place]))


@dataclass(frozen=True, slots=True)
class Icc:
    """The share of the variance of one answer that lies between people, from `n_rows` answers of `n_persons`.

    `icc` has the interval and p of the F test, and the error for many people; `size` is the answers of a person that
    the design is worth when people do not have equally many.
    """

    icc: Estimate
    n_rows: int
    n_persons: int
    size: float
    missing: Missing

    def to_table(self) -> Any:  # noqa: ANN401
        """One row."""
        return estimates_table({"icc": self.icc})


def icc(table: Any, value: str, person: str) -> Icc:  # noqa: ANN401
    """ICC(1) = (MSB − MSW) / (MSB + (k₀ − 1)·MSW), one-way, k₀ = (N − Σn²/N)/(G − 1).

    Shape: a row an answer. Errors: TooFew for one person, or when nobody has two answers; NotSeparable when nobody
    differs. Source: Shrout and Fleiss, Psychological Bulletin 86 (1979); k₀: Donner, International Statistical
    Review 54 (1986).
    """
    found = parted(table, value, person)
    people, n = found.people, found.n
    if people < 2 or n == people:
        raise TooFew(f"{n} answers of {people} people say nothing of how alike the answers of one are.")
    within, between = found.within / (n - people), found.between / (people - 1)
    if within + between == 0:
        raise NotSeparable(f"Column {value!r} holds the same in every row.", column=value)
    k = (n - found.squares / n) / (people - 1)
    share = (between - within) / (between + (k - 1) * within)
    error = (1 - share) * (1 + (k - 1) * share) * sqrt(2 / (k * (k - 1) * (people - 1)))
    low, high, p = _by_f(between, within, k, people - 1, n - people)
    return Icc(Estimate(share, error, low, high, p), n, people, k, found.missing)


def _by_f(between: float, within: float, k: float, above: int, below: int) -> tuple[float, float, float]:
    """Interval and p of the F test. Answers that never differ within a person are all between."""
    if within == 0:
        return 1.0, 1.0, 0.0
    f = between / within
    least, most = f / float(fdtri(above, below, 0.975)), f * float(fdtri(below, above, 0.975))
    return (least - 1) / (least + k - 1), (most - 1) / (most + k - 1), float(fdtrc(above, below, f))


def _items(table: Any, items: Sequence[str]) -> tuple[Moments, Missing]:  # noqa: ANN401
    if len(set(items)) < 2 or len(set(items)) < len(items):
        raise TooFew("Reliability needs at least two items, each once.")
    found, missing = moments_of(table, items, fewest=2)
    for name, variance in zip(items, np.diag(found.covariance), strict=True):
        if variance <= 0:
            raise NotSeparable(f"Column {name!r} holds the same in every row, so it measures nothing.", column=name)
    if found.covariance.sum() <= 0:
        raise NotSeparable("The items cancel out: their sum is the same in every row.")
    return found, missing


def _of_people(people: Sequence[Sequence[int]], scale: Scale) -> Reliability:
    if len(people) < 2 or len(people[0]) < 2:
        raise BadInput("Reliability needs at least two people and two items.")
    if len({len(row) for row in people}) > 1:
        raise BadInput("Everybody must have rated the same items.")
    k = len(people[0])
    columns = [_numbers([row[item] for row in people], scale) for item in range(k)]
    of_sums = _variance([sum(row) for row in people])
    of_items = sum((_variance(column) for column in columns), Fraction(0))
    alpha = Fraction(k, k - 1) * (1 - of_items / of_sums) if of_sums else None
    return Reliability(len(people), k, alpha, of_sums / k**2)


def _numbers(column: list[int], scale: Scale) -> list[int]:
    numbers = [rating for rating in validate(column, scale) if isinstance(rating, int)]
    if len(numbers) < len(column):
        raise BadInput("A rating is missing, so the row tells nothing about the items together.")
    return numbers


def _variance(column: list[int]) -> Fraction:
    """The sample variance, with n − 1."""
    mean = Fraction(sum(column), len(column))
    return sum(((value - mean) ** 2 for value in column), Fraction(0)) / (len(column) - 1)
