"""A straight line: where something ends when it goes on at the pace it has had."""

from datetime import date
from fractions import Fraction
from typing import Final

from progression.errors import BadInput

SOONEST: Final = 28
"""Days that must have passed before a pace means anything."""


def straight_line(so_far: int, *, first: date, today: date, last: date) -> int | None:
    """How many there will be on the last day at the same pace a day; None before four weeks have passed.

    Shape: `so_far` from `first` to and including `today`. After the last day it is what there is. No uncertainty is
    said, because none is known: people come in waves. Errors: BadInput for days in the wrong order or below 0.
    Source: the rule of three; half a person is not counted.
    """
    if so_far < 0 or last < first:
        raise BadInput(f"{so_far} from {first} to {last} is no count over days.")
    if today >= last:
        return so_far
    days = (today - first).days + 1
    if days < SOONEST:
        return None
    return int(so_far * Fraction((last - first).days + 1, days))
