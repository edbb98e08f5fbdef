"""Made-up people for the tests of the hypotheses: generated with a fixed seed, with an effect that is known."""

from typing import Any

import numpy as np

Columns = dict[str, Any]
MONTHS = np.array([0, 3, 6, 9, 12])


def people(n: int = 300, *, seed: int = 5, pace: float = 0.1, gone: float = 0.0, caseworkers: int = 10) -> Columns:
    """`n` people with five assessments each, half of them exposed, whose score rises by `pace` a month more.

    A share `gone` of everybody left for a job after month 6 and answered no more.
    """
    random = np.random.default_rng(seed)
    person = np.repeat(np.arange(n), len(MONTHS))
    months = np.tile(MONTHS, n)
    exposed, age = random.permutation(np.arange(n) % 2), random.integers(20, 60, n)
    level, own = random.normal(4, 1.2, n), random.normal(0.05, 0.05, n)
    score = level[person] + months * (own + pace * exposed)[person] + random.normal(0, 0.8, len(person))
    left = random.permutation(np.arange(n) < gone * n)
    table = {
        "person": person,
        "months": months,
        "score": np.rint(score * 10).astype(int),
        "exposed": exposed[person],
        "age": age[person],
        "caseworker": (np.arange(n) % caseworkers)[person],
        "exit": np.where(left, "ordinary_job", "")[person],
    }
    keep = ~(left[person] & (months > 6))
    return {name: column[keep] for name, column in table.items()}


def shuffled(table: Columns, seed: int = 1) -> Columns:
    """The same rows in another order."""
    order = np.random.default_rng(seed).permutation(len(next(iter(table.values()))))
    return {name: np.asarray(column)[order] for name, column in table.items()}


def some(table: Columns, keep: Any) -> Columns:
    """Some of the rows."""
    return {name: np.asarray(column)[keep] for name, column in table.items()}
