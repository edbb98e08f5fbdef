"""What somebody knows, or was told, besides the tables: counts of people, and means of their scores."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

Where = tuple[tuple[str, str], ...]
"""Pairs of a dimension and one of its categories; none for the whole population."""


@dataclass(frozen=True, slots=True)
class Known:
    """A count: a grant's number of people, a target that was met, an insider's own case.

    `until` is the day of a cumulative population, and `since` an earlier such day: those who came between the two.
    With `at_least` there may be more (an insider knows one case, the own). ValueError below 0.
    """

    population: str
    count: int
    where: Where = ()
    until: date | None = None
    at_least: bool = False
    since: date | None = None

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ValueError("A known count of people cannot be negative.")


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of scores: `scores` pairs categories of the dimension `of` with what each counts for.

    `value` is off by `within` at most (1/200 for one with two decimals). Whoever has no scored category is not in it.
    Errors: ValueError without scores, and for a negative `within`.
    """

    population: str
    of: str
    scores: tuple[tuple[str, int], ...]
    value: Fraction
    within: Fraction = Fraction(0)
    where: Where = ()
    until: date | None = None

    def __post_init__(self) -> None:
        if not self.scores or self.within < 0:
            raise ValueError("A mean needs scores, and what it may be off by cannot be negative.")


Told = Known | Mean
