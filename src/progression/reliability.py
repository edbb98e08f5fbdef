"""How exactly several items together measure one thing: Cronbach's alpha and the spread of the mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from progression.ratings import ZERO_TO_TEN, Scale, validate


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


def cronbach_alpha(people: Sequence[Sequence[int]], scale: Scale = ZERO_TO_TEN) -> Reliability:
    """Alpha = k/(k−1) · (1 − Σ variance of an item / variance of the sum), for k items.

    Shape: a row a person, each with a rating of the same items in the same order; at least two people and two
    items. Unit: steps of the scale. Errors: ValueError for fewer, for rows of unequal length and for ratings off
    the scale; a row with an item unanswered is the caller's to leave out.
    Source: Cronbach, Psychometrika 16 (1951), 297–334.
    """
    if len(people) < 2 or len(people[0]) < 2:
        raise ValueError("Reliability needs at least two people and two items.")
    if len({len(row) for row in people}) > 1:
        raise ValueError("Everybody must have rated the same items.")
    k = len(people[0])
    columns = [_numbers([row[item] for row in people], scale) for item in range(k)]
    of_sums = _variance([sum(row) for row in people])
    of_items = sum((_variance(column) for column in columns), Fraction(0))
    alpha = Fraction(k, k - 1) * (1 - of_items / of_sums) if of_sums else None
    return Reliability(len(people), k, alpha, of_sums / k**2)


def _numbers(column: list[int], scale: Scale) -> list[int]:
    numbers = [rating for rating in validate(column, scale) if isinstance(rating, int)]
    if len(numbers) < len(column):
        raise ValueError("A rating is missing, so the row tells nothing about the items together.")
    return numbers


def _variance(column: list[int]) -> Fraction:
    """The sample variance, with n − 1."""
    mean = Fraction(sum(column), len(column))
    return sum(((value - mean) ** 2 for value in column), Fraction(0)) / (len(column) - 1)
