"""Every public function of the arithmetic that takes a table: how it is asked, on a table that it can answer."""

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from inspect import isclass
from typing import Any, Final

import numpy as np

import progression
from progression.associations import cluster_profiles, clusters, correlation, factor_analysis, parallel_analysis
from progression.change import paired
from progression.descriptive import crosstab, distribution, durations
from progression.flows import cox, cumulative_incidence, kaplan_meier, transitions
from progression.hypotheses import experienced_health, own_barriers, own_goals, responsibility, trust
from progression.mixed import growth, ordinal_growth
from progression.regression import logit, ols
from progression.reliability import cronbach_alpha, icc, item_rest
from progression.sources import counted, read, read_all

ITEMS: Final = ["sleep", "energy", "pain", "mood", "hope", "trust"]
# Items are alike to whoever is asked of several: the first and the last stand for all.
ENDS: Final = ("sleep", "trust")


def people(count: int = 40) -> dict[str, list[Any]]:
    """Made-up people with two to five occasions each: whole numbers, and words for groups."""
    random = np.random.default_rng(11)
    sizes = random.integers(2, 6, count)
    person = np.repeat(np.arange(count), sizes)
    rows = len(person)
    months = np.concatenate([np.sort(random.choice(12, size, replace=False)) for size in sizes])
    level = random.normal(5, 1.5, count)[person]
    found: dict[str, Any] = {"person": person, "months": months, "age": random.integers(20, 60, count)[person]}
    found |= {name: np.clip(np.rint(level + random.normal(0, 1.5, rows)), 0, 10).astype(int) for name in ITEMS}
    found["score"] = np.clip(np.rint(level + 0.1 * months + random.normal(0, 1, rows)), 0, 10).astype(int)
    found["short"] = found["score"] // 4
    found["better"] = (found["score"] + random.normal(0, 2, rows) > 5).astype(int)
    found["stay"] = 1 + random.integers(0, 24, rows)
    found["reason"] = random.choice(np.array(["job", "education", "choice", None]), rows)
    found["place"] = random.choice(["Aalborg", "Odense", "Ærø"], count)[person]
    found["caseworker"] = random.choice(["Birthe", "Bo", "Holm", "Eva"], rows)
    found["state"] = random.choice(["home", "trial", "job"], rows)
    return {name: list(column) if column.dtype == object else column.tolist() for name, column in found.items()}


@dataclass(frozen=True)
class Asked:
    """A function and how it is asked: which of its columns hold numbers, which groups, and what they are to it.

    `time`: no person may have two rows at one. `duration`: it may not run backwards. `emptied`: without a value in
    these nothing is left to compute on. `narrow`: asked of so few rows that the effects cannot be told.
    """

    ask: Callable[[Any], Any]
    numbers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    time: str | None = None
    duration: str | None = None
    emptied: tuple[str, ...] = field(default=())
    narrow: int | None = None


PLACEMENTS: Final = {"person": list(range(0, 600, 2)), "start": [2] * 300, "responsible": [3] * 300}
STAYS: Final = {"person": list(range(600)), "months": [24] * 600, "reason": [None] * 600}


def _profiles(table: Any) -> Any:
    return cluster_profiles(clusters(table, ITEMS, 2), table, ["score"])


TABLES: Final[Mapping[str, Asked]] = {
    "descriptive.distribution": Asked(
        lambda table: distribution(table, "score", ["place", "better"]),
        ("score",),
        ("place", "better"),
        emptied=("place",),
    ),
    "descriptive.durations": Asked(
        lambda table: durations(table, "stay", "place"), ("stay",), ("place",), duration="stay", emptied=("place",)
    ),
    "descriptive.crosstab": Asked(
        lambda table: crosstab(table, "place", "state"), (), ("place", "state"), emptied=("place", "state")
    ),
    "reliability.cronbach_alpha": Asked(lambda table: cronbach_alpha(table, ITEMS), ENDS, emptied=ENDS, narrow=1),
    "reliability.item_rest": Asked(lambda table: item_rest(table, ITEMS), ENDS, emptied=ENDS, narrow=1),
    "reliability.icc": Asked(
        lambda table: icc(table, "score", "person"), ("score",), ("person",), emptied=("score", "person"), narrow=2
    ),
    "associations.correlation": Asked(
        lambda table: (correlation(table, ITEMS), correlation(table, ITEMS, "spearman")),
        ENDS,
        emptied=ENDS,
        narrow=3,
    ),
    "associations.factor_analysis": Asked(
        lambda table: factor_analysis(table, ITEMS, 1), ENDS, emptied=ENDS, narrow=6
    ),
    "associations.parallel_analysis": Asked(
        lambda table: parallel_analysis(table, ITEMS, draws=20), ENDS, emptied=ENDS, narrow=6
    ),
    "associations.clusters": Asked(lambda table: clusters(table, ITEMS, 2), ENDS, emptied=ENDS, narrow=1),
    "associations.cluster_profiles": Asked(_profiles, (*ENDS, "score"), emptied=(*ENDS, "score"), narrow=1),
    "change.paired": Asked(
        lambda table: paired(table, ["score", "hope"], "person", "months", cluster="place"),
        ("score", "hope", "months"),
        ("person", "place"),
        time="months",
        emptied=("score", "months", "person", "place"),
        narrow=1,
    ),
    "mixed.growth": Asked(
        lambda table: growth(
            table, "score", "months", "person", ["age"], ["hope"], municipality="place", caseworker="caseworker"
        ),
        ("score", "months", "age", "hope"),
        ("person", "place", "caseworker"),
        time="months",
        emptied=("score", "months", "age", "hope", "person", "place", "caseworker"),
        narrow=4,
    ),
    "mixed.ordinal_growth": Asked(
        lambda table: ordinal_growth(table, "short", "months", "person", ["age"], ["hope"]),
        ("short", "months", "age", "hope"),
        ("person",),
        time="months",
        emptied=("short", "months", "person"),
        narrow=4,
    ),
    # Of too few people, or of an exposure nobody has, a hypothesis says that it is withheld or not told.
    "hypotheses.trust": Asked(
        lambda table: trust(table, "score", "age"),
        ("score", "months", "age"),
        ("person",),
        time="months",
        emptied=("score", "months", "age", "person"),
    ),
    "hypotheses.own_goals": Asked(
        lambda table: own_goals(table, "score", "better", lagged=True, covariates=["age"]),
        ("score", "months", "better", "age"),
        ("person",),
        time="months",
        emptied=("score", "months", "person"),
    ),
    "hypotheses.own_barriers": Asked(
        lambda table: own_barriers(table, "score", "better", lagged=True, municipality="place"),
        ("score", "months", "better"),
        ("person", "place"),
        time="months",
        emptied=("score", "months", "person", "place"),
    ),
    "hypotheses.responsibility": Asked(
        lambda table: responsibility(table, "score", placements=PLACEMENTS, stays=STAYS),
        ("score", "months"),
        ("person",),
        time="months",
        emptied=("score", "months", "person"),
    ),
    "hypotheses.experienced_health": Asked(
        lambda table: experienced_health(table, "score", "hope", "better"),
        ("score", "months", "hope", "better"),
        ("person",),
        time="months",
        emptied=("score", "months", "person"),
    ),
    "regression.ols": Asked(
        lambda table: ols(table, "score", ["months", "age", "hope"], cluster="place", errors="CR2"),
        ("score", "months", "age", "hope"),
        ("place",),
        emptied=("score", "age", "place"),
        narrow=4,
    ),
    "regression.logit": Asked(
        lambda table: logit(table, "better", ["months", "age", "hope"], cluster="place"),
        ("better", "months", "age", "hope"),
        ("place",),
        emptied=("better", "age", "place"),
        narrow=4,
    ),
    "flows.kaplan_meier": Asked(
        lambda table: kaplan_meier(table, "stay", "reason", by="place"),
        ("stay",),
        ("reason", "place"),
        duration="stay",
        emptied=("stay", "place"),
    ),
    "flows.cumulative_incidence": Asked(
        lambda table: cumulative_incidence(table, "stay", "reason", by="place"),
        ("stay",),
        ("reason", "place"),
        duration="stay",
        emptied=("stay", "place", "reason"),
    ),
    "flows.cox": Asked(
        lambda table: cox(table, "stay", "reason", ["age", "hope", "trust"], of="job"),
        ("stay", "age", "hope", "trust"),
        ("reason",),
        duration="stay",
        emptied=("stay", "age", "reason"),
        narrow=3,
    ),
    "flows.transitions": Asked(
        lambda table: transitions(table, "person", "months", "state"),
        ("months",),
        ("person", "state"),
        time="months",
        emptied=("months", "person", "state"),
        narrow=1,
    ),
    "sources.read": Asked(
        lambda table: read(table, numbers=["score"], groups=["place"]),
        ("score",),
        ("place",),
        emptied=("score", "place"),
    ),
    "sources.read_all": Asked(
        lambda table: read_all(table, numbers=["score"], groups=["place"]), ("score",), ("place",)
    ),
    "sources.counted": Asked(
        lambda table: counted(table, numbers=["score"], groups=["place"]), ("score",), ("place",)
    ),
}


def functions() -> set[str]:
    """Every function that a module of the package shows, as module.name."""
    found = set()
    for module in pkgutil.iter_modules(progression.__path__):
        if module.name.startswith("_"):
            continue
        held = vars(import_module(f"progression.{module.name}"))
        shown = held.get("__all__") or [name for name in held if not name.startswith("_")]
        found |= {
            f"{module.name}.{name}"
            for name in shown
            if callable(held[name])
            and not isclass(held[name])
            and getattr(held[name], "__module__", "").startswith(f"progression.{module.name}")
        }
    return found
