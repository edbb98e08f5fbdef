"""Ratings on a scale, where a question may be skipped or declined: validated columns and exact summaries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from progression.errors import BadInput, OffTheScale

__all__ = [
    "DECLINED",
    "SKIPPED",
    "ZERO_TO_TEN",
    "NoAnswer",
    "Rating",
    "Scale",
    "Summary",
    "summarise",
    "validate",
]


class NoAnswer(Enum):
    """Why there is no number: the question was skipped ("sprunget over") or declined ("vil ikke svare")."""

    SKIPPED = "skipped"
    DECLINED = "declined"


SKIPPED: Final = NoAnswer.SKIPPED
DECLINED: Final = NoAnswer.DECLINED

Rating = int | NoAnswer


@dataclass(frozen=True, slots=True)
class Scale:
    """The whole numbers from `low` to `high`, both ends included. BadInput unless low < high."""

    low: int = 0
    high: int = 10

    def __post_init__(self) -> None:
        if self.low >= self.high:
            raise BadInput(f"A scale must rise, but this one runs from {self.low} to {self.high}.")

    def __contains__(self, value: object) -> bool:
        return type(value) is int and self.low <= value <= self.high

    @property
    def values(self) -> tuple[int, ...]:
        """Every step of the scale, rising."""
        return tuple(range(self.low, self.high + 1))


ZERO_TO_TEN: Final = Scale(0, 10)


@dataclass(frozen=True, slots=True)
class Summary:
    """A column of ratings in figures: exact, for the project's own use; publication goes through disclosure.

    `n` answers with a number; `counts` has one whole number for each step of `scale`, rising, zeros included.
    `mean` and `median` are exact fractions in steps of the scale, and None when nobody answered.
    """

    scale: Scale
    n: int
    skipped: int
    declined: int
    counts: tuple[int, ...]
    mean: Fraction | None
    median: Fraction | None

    @property
    def asked(self) -> int:
        """Everybody who was asked, with or without a number."""
        return self.n + self.skipped + self.declined

    @property
    def answered(self) -> Fraction | None:
        """The share of those asked who gave a number, or None when nobody was asked."""
        return Fraction(self.n, self.asked) if self.asked else None


def validate(column: Sequence[Rating], scale: Scale = ZERO_TO_TEN) -> tuple[Rating, ...]:
    """The column as a tuple, when every rating is a step of the scale, SKIPPED or DECLINED.

    Shape: any length. Errors: OffTheScale naming the first wrong row (counted from 1); True, 7.0 and "7" are
    wrong, because a number that was guessed from something else is no answer.
    """
    for row, rating in enumerate(column, start=1):
        if not isinstance(rating, NoAnswer) and rating not in scale:
            raise OffTheScale(
                f"Row {row}: {rating!r} is not a whole number from {scale.low} to {scale.high}, "
                "nor skipped or declined.",
                row=row,
            )
    return tuple(column)


def summarise(column: Sequence[Rating], scale: Scale = ZERO_TO_TEN) -> Summary:
    """How a column of ratings falls on its scale.

    Shape: one rating a person, any length (also none). Unit: steps of the scale. Errors: as `validate`.
    Source: the arithmetic mean Σ v·nᵥ / n, and the median as the middle rating, or half-way between the two
    middle ones (definition 2 of Hyndman and Fan, The American Statistician 50, 1996).
    """
    ratings = validate(column, scale)
    tally = Counter(ratings)
    counts = tuple(tally[step] for step in scale.values)
    n = sum(counts)
    weight = sum(step * count for step, count in zip(scale.values, counts, strict=True))
    return Summary(
        scale=scale,
        n=n,
        skipped=tally[SKIPPED],
        declined=tally[DECLINED],
        counts=counts,
        mean=Fraction(weight, n) if n else None,
        median=_median(counts, scale) if n else None,
    )


def _median(counts: tuple[int, ...], scale: Scale) -> Fraction:
    n = sum(counts)
    return Fraction(_ranked(counts, scale, (n - 1) // 2) + _ranked(counts, scale, n // 2), 2)


def _ranked(counts: tuple[int, ...], scale: Scale, rank: int) -> int:
    """The rating that has `rank` ratings before it when all are sorted."""
    passed = 0
    for step, count in zip(scale.values, counts, strict=True):
        passed += count
        if passed > rank:
            return step
    raise BadInput(f"There is no rating with {rank} before it.")
