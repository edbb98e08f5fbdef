"""Reliable change: whether a difference is larger than what an inexact measure makes by itself."""

from dataclasses import dataclass
from fractions import Fraction
from math import isfinite, sqrt
from typing import Final

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
    Errors: ValueError unless sd > 0 and 0 ≤ reliability < 1, or when a number is not finite.
    Source: Jacobson and Truax, Journal of Consulting and Clinical Psychology 59 (1991), 12–19.
    """
    numbers = [float(number) for number in (before, after, sd, reliability)]
    if not all(isfinite(number) for number in numbers):
        raise ValueError("Reliable change needs four finite numbers.")
    if numbers[2] <= 0 or not 0 <= numbers[3] < 1:
        raise ValueError("Reliable change needs sd > 0 and 0 <= reliability < 1.")
    change = float(after - before)
    standard_error = sqrt(2) * numbers[2] * sqrt(1 - numbers[3])
    if standard_error == 0:
        raise ValueError("The measure is so exact that its error is not a number above 0.")
    index = change / standard_error
    return ReliableChange(change, standard_error, index, abs(index) > TWO_SIDED_95)
