"""Many tests at once: p-values adjusted for all of a family together, by Holm and by Benjamini and Hochberg."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from progression.errors import OffTheScale
from progression.sources import Floats

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Adjusted:
    """One p-value as it came (`p`), and adjusted: `holm` bounds the chance that any of the family is found by
    chance, `bh` the share of those found that are found by chance."""

    p: float
    holm: float
    bh: float


def adjusted(family: Mapping[K, float]) -> dict[K, Adjusted]:
    """Each p-value of a family with both adjustments, in the order given. Errors: as `holm`."""
    p = list(family.values())
    both = zip(family, p, holm(p), benjamini_hochberg(p), strict=True)
    return {key: Adjusted(float(one), by_holm, by_bh) for key, one, by_holm, by_bh in both}


def holm(p: Sequence[float]) -> tuple[float, ...]:
    """The smallest p times their number m, the next times m − 1, …; never smaller than the one before, at most 1.

    Shape: as many as came, in their order. No unit. Errors: OffTheScale for what is no number from 0 to 1.
    Source: Holm, Scandinavian Journal of Statistics 6 (1979), 65–70; as R's `p.adjust`.
    """
    found, order = _ordered(p)
    times = len(found) - np.arange(len(found))
    return _back(np.maximum.accumulate(found[order] * times), order)


def benjamini_hochberg(p: Sequence[float]) -> tuple[float, ...]:
    """The k-th smallest p times m/k; never larger than the next, at most 1.

    Shape, unit and errors as `holm`. It holds for tests that are independent or go up together.
    Source: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995), 289–300; as R's `p.adjust`.
    """
    found, order = _ordered(p)
    raised = found[order] * len(found) / (np.arange(len(found)) + 1)
    return _back(np.minimum.accumulate(raised[::-1])[::-1], order)


def _ordered(p: Sequence[float]) -> tuple[Floats, Sequence[int]]:
    found = np.asarray(p, dtype=np.float64)
    for place, one in enumerate(found.tolist(), start=1):
        if not 0 <= one <= 1:
            raise OffTheScale(f"The p-value in place {place} is {one}, not from 0 to 1.", row=place)
    return found, np.argsort(found, kind="stable").tolist()


def _back(ordered: Floats, order: Sequence[int]) -> tuple[float, ...]:
    turned = np.empty(len(ordered))
    turned[list(order)] = np.minimum(ordered, 1.0)
    return tuple(turned.tolist())
