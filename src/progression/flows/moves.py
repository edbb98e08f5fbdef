"""From which state people move to which: counts and shares of one occasion to the next."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np

from progression._people import occasions
from progression.errors import TooFew
from progression.results import Missing, arrow_table, wide
from progression.sources import read


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `of` people, as a share with Wilson's 95 % interval. None of nobody is no share: `value` is None."""

    count: int
    of: int
    value: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Transitions:
    """Moves between consecutive occasions: `shares[before, after]` of all moves that began in `before`."""

    states: tuple[Hashable, ...]
    shares: Mapping[tuple[Hashable, Hashable], Share]
    n_persons: int
    missing: Missing

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """A row a pair of states."""
        found = list(self.shares.values())
        parts = {part: [getattr(one, part) for one in found] for part in ("count", "of", "value", "low", "high")}
        return arrow_table(
            {"before": [one for one, _ in self.shares], "after": [one for _, one in self.shares], **parts}
        )


def transitions(table: Any, person: str, time: str, state: str) -> Transitions:  # noqa: ANN401
    """The moves of each person from one occasion to her next, whatever the time between.

    Shape: a row an occasion, read row by row; rows with anything missing are left out, so a move may go past one.
    Errors: DuplicatedOccasion, TooFew when nobody has two occasions, and those of `sources.read`.
    Source: counting; intervals: Wilson, Journal of the American Statistical Association 22 (1927), as if moves of
    one person were those of several.
    """
    rows = read(table, numbers=[time], groups=[person, state])
    who, when = rows.groups[person].codes, rows.numbers[time]
    order = occasions(who, when, time, rows.at).order
    same = np.diff(who[order]) == 0
    if not same.any():
        raise TooFew("Nobody has two occasions, so nobody has moved.")
    states = rows.groups[state].labels
    codes = rows.groups[state].codes[order]
    pairs = codes[:-1][same] * len(states) + codes[1:][same]
    counts = np.bincount(pairs, minlength=len(states) ** 2).reshape(len(states), -1)
    shares = {
        (before, after): wilson(int(counts[a, b]), int(counts[a].sum()))
        for a, before in enumerate(states)
        for b, after in enumerate(states)
    }
    return Transitions(states, shares, len(np.unique(who)), rows.missing)


def wilson(count: int, of: int) -> Share:
    """A share of people with Wilson's interval; of nobody it is None, from 0 to 1."""
    if not of:
        return Share(count, of, None, 0.0, 1.0)
    width = wide()
    value, room = count / of, width**2 / of
    middle = (value + room / 2) / (1 + room)
    half = width / (1 + room) * sqrt(value * (1 - value) / of + room / (4 * of))
    return Share(count, of, value, max(middle - half, 0.0), min(middle + half, 1.0))
