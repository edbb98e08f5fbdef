"""What is computed, and from which columns: the same words for ours and for every peer. Needs no package at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

ALL_ITEMS: Final = tuple(f"item{place}" for place in range(20))
COVARIATES: Final = ("trust", "goals", "barriers", "help", "hope", "age", "woman", "health")
CROSSED: Final = COVARIATES[:4]
AT_RISK: Final = COVARIATES[2:]
REASONS: Final = ("job", "education", "flexjob", "moved")
CUBE: Final = ("municipality", "woman", "age_group", "phase")
CELL: Final = (3, 1, 2, 1)
"""The group of the cube whose figures are compared."""
FEW: Final = 2_000
"""Of so many people the model of ordered answers is compared: a peer takes minutes for them."""
END: Final = 24
"""Months after which everybody who is still in was last seen."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to compute: from which file and which columns; `items` where it is items that are computed on.

    `most`: for how many people at most, where peers take hours for more.
    """

    key: str
    name: str
    file: str
    columns: tuple[str, ...]
    items: tuple[str, ...] = ()
    most: int | None = None


def _tasks() -> list[Task]:
    rows = ("person", "months", "score", *COVARIATES)
    found = [
        Task("growth", "growth model, 14 effects, level and pace", "rows", rows),
        Task(
            "caseworkers",
            "growth model, level and pace by person, level by caseworker (people change them)",
            "rows",
            ("person", "months", "felt", "trust", "caseworker"),
            most=10_000,
        ),
        Task(
            "ordinal",
            f"growth model of five ordered answers, level by person (Laplace), of the first {FEW:,} people",
            "few",
            ("person", "months", "short", "trust"),
            most=10_000,
        ),
        Task("incidence", "incidence of 4 reasons, with errors", "stays", ("months", "reason")),
        Task("survival", "Kaplan–Meier", "stays", ("months", "reason")),
        Task("cox", "Cox, 6 covariates", "stays", ("months", "reason", *AT_RISK)),
        Task("icc", "ICC(1)", "rows", ("person", "score")),
        Task("ols", "least squares, 9 covariates, errors by person", "rows", rows),
        Task("cube", "descriptive cube, 98 × 2 × 4 × 3 groups, 8 figures each", "rows", ("score", *CUBE)),
    ]
    for items in (ALL_ITEMS[:10], ALL_ITEMS):
        many = len(items)
        found += [
            Task(f"alpha{many}", f"Cronbach's alpha, {many} items", "rows", items, items),
            Task(f"pearson{many}", f"correlations, {many} items", "rows", items, items),
            Task(f"spearman{many}", f"correlations by rank, {many} items", "rows", items, items),
        ]
    return found


TASKS: Final[Mapping[str, Task]] = MappingProxyType({task.key: task for task in _tasks()})
LIST: Final = (
    "growth",
    "incidence",
    "survival",
    "cox",
    "icc",
    "ols",
    "cube",
    "alpha10",
    "pearson10",
    "spearman10",
)
"""The whole list, which one process computes one after the other from Parquet."""
