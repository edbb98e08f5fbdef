"""How often the 95 % intervals hold the truth, on made-up people whose truth is known; kept in COVERAGE.md.

Run: python -m benchmarks.coverage [runs] (default 2,000, 500 people each, one seed).
It takes an idle core about half an hour.
"""

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import scipy
from scipy.special import expit, ndtr

from benchmarks.machine import machine
from progression.associations import correlation
from progression.change import paired
from progression.flows import Curve, cox, cumulative_incidence, kaplan_meier
from progression.mixed import growth, ordinal_growth
from progression.regression import logit, ols
from progression.reliability import cronbach_alpha, icc
from progression.results import Estimate

RUNS: Final = 2000
PEOPLE: Final = 500
SEED: Final = 2017
LEVEL: Final = 0.95
PAGE: Final = Path(__file__).with_name("COVERAGE.md")

Figures = Mapping[str, Estimate | float]
"""What one run found: estimates with an interval, and plain numbers (variances) that are only to be recovered."""
Table = dict[str, npt.NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Study:
    """A method on one kind of made-up people: what it is, the truth by name, and one run."""

    title: str
    truth: Mapping[str, float]
    one: Callable[[np.random.Generator], Figures]


def people_over_time(random: np.random.Generator) -> Table:
    """Two to eight occasions within two years, and a trust of each that stays."""
    sizes = random.integers(2, 9, PEOPLE)
    person = np.repeat(np.arange(PEOPLE), sizes)
    months = np.concatenate([random.choice(25, size, replace=False) for size in sizes])
    return {"person": person, "months": months, "trust": random.integers(0, 11, PEOPLE)[person]}


def growth_run(random: np.random.Generator) -> Figures:
    """A level and a pace of each person."""
    table = people_over_time(random)
    person, months, trust = table["person"], table["months"], table["trust"]
    line = 3 + 0.1 * trust + (0.05 + 0.004 * trust) * months
    between = random.normal(0, 1.2, PEOPLE)[person] + random.normal(0, 0.08, PEOPLE)[person] * months
    score = line + between + random.normal(0, 1.1, len(person))
    fit = growth({**table, "score": score}, "score", "months", "person", ["trust"])
    return {**fit.coefficients, **{f"variance: {part}": found for part, found in fit.variance.items()}}


def ordinal_run(random: np.random.Generator) -> Figures:
    """Answers from 1 to 5, a level of each person; nine nodes."""
    table = people_over_time(random)
    person, months, trust = table["person"], table["months"], table["trust"]
    line = 0.06 * months + 0.15 * trust + random.normal(0, 1.3, PEOPLE)[person]
    answer = np.digitize(line + random.logistic(size=len(person)), [-0.5, 0.8, 1.9, 3.0]) + 1
    fit = ordinal_growth(
        {**table, "answer": answer}, "answer", "months", "person", ["trust"], interactions=False, nodes=9
    )
    return {**fit.thresholds, **fit.coefficients, "variance: intercept": fit.variance["intercept"]}


def stays_run(random: np.random.Generator) -> Figures:
    """People leave for a job or for health; some are last seen before. Shares after 12 months."""
    left = random.exponential(1 / 0.08, PEOPLE)
    why = np.where(random.random(PEOPLE) < 0.05 / 0.08, "job", "health").astype(object)
    seen = random.uniform(3, 40, PEOPLE)
    table = {"months": np.minimum(left, seen), "why": np.where(left <= seen, why, "")}
    curves = cumulative_incidence(table, "months", "why")
    still = kaplan_meier(table, "months", "why").only
    return {"still in": at_a_year(still)} | {f"left for {why}": at_a_year(curves[why]) for why in ("job", "health")}


def at_a_year(curve: Curve) -> Estimate:
    """The curve and its interval at 12 months."""
    place = int(np.searchsorted(curve.time, 12, side="right")) - 1
    value, error, low, high = (float(one[place]) for one in (curve.value, curve.se, curve.low, curve.high))
    return Estimate(value, error, low, high, np.nan)


def cox_run(random: np.random.Generator) -> Figures:
    """Leaving for a job goes with trust and age; leaving for health competes and goes with age the other way."""
    trust, age = random.integers(0, 11, PEOPLE), random.integers(20, 61, PEOPLE)
    job = random.exponential(1 / (0.05 * np.exp(0.1 * (trust - 5) - 0.02 * (age - 40))))
    health = random.exponential(1 / (0.03 * np.exp(0.03 * (age - 40))))
    seen = random.uniform(3, 40, PEOPLE)
    months = np.ceil(np.minimum(np.minimum(job, health), seen) * 30) / 30
    why = np.where(seen < np.minimum(job, health), "", np.where(job < health, "job", "health"))
    table = {"months": months, "why": why.astype(object), "trust": trust, "age": age}
    return cox(table, "months", "why", ["trust", "age"], of="job").coefficients


def ols_run(random: np.random.Generator) -> Figures:
    """Four rows a person that belong together, with errors by person (CR2); and 40 places of unequal size."""
    person = np.repeat(np.arange(PEOPLE), 4)
    trust, work = random.integers(0, 11, PEOPLE)[person], random.integers(0, 2, len(person))
    score = 3 + 0.2 * trust + 0.4 * work + random.normal(0, 1, PEOPLE)[person] + random.normal(0, 1, len(person))
    fit = ols({"s": score, "trust": trust, "work": work, "p": person}, "s", ["trust", "work"], "p", "CR2")
    place = random.choice(40, PEOPLE, p=np.arange(5, 45) / np.arange(5, 45).sum())
    x = random.normal(0, 1, PEOPLE)
    y = 1 + 0.3 * x + random.normal(0, 0.6, 40)[place] + random.normal(0, 1, PEOPLE)
    few = ols({"y": y, "x": x, "place": place}, "y", ["x"], "place", "CR2")
    return {**fit.coefficients, "of 40 places": few.coefficients["x"]}


def logit_run(random: np.random.Generator) -> Figures:
    """Four answers of yes or no a person that lean one way, with errors by person (CR1S)."""
    person = np.repeat(np.arange(PEOPLE), 4)
    trust, work = random.integers(0, 11, PEOPLE)[person], random.integers(0, 2, len(person))
    together = 0.6 * random.normal(0, 1, PEOPLE)[person] + 0.8 * random.normal(0, 1, len(person))
    yes = (ndtr(together) < expit(-1 + 0.15 * trust + 0.5 * work)).astype(int)
    return logit({"y": yes, "trust": trust, "work": work, "p": person}, "y", ["trust", "work"], "p").coefficients


def items_run(random: np.random.Generator) -> Figures:
    """Five items of one thing, its answers of two occasions, and the change between them."""
    thing = random.normal(0, 1, PEOPLE)
    table = {f"item{place}": thing + random.normal(0, 1.5**0.5, PEOPLE) for place in range(5)}
    who, when = np.tile(np.arange(PEOPLE), 2), np.repeat([0, 6], PEOPLE)
    score = np.tile(thing, 2) + random.normal(0, 1, 2 * PEOPLE)
    level = {"person": who, "score": score}
    twice = {"person": who, "months": when, "score": np.rint(4 * (score + 0.3 * (when == 6)))}
    change = paired(twice, "score", person="person", occasion="months")
    return {
        "alpha": cronbach_alpha(table, list(table)).alpha,
        "icc": icc(level, "score", "person").icc,
        "correlation": correlation(table, ["item0", "item1"]).pairs["item0", "item1"],
        "mean change": change.mean,
        "mean change, people drawn anew": Estimate(change.mean.value, np.nan, *change.bootstrap, np.nan),
    }


LEFT: Final = 1 - float(np.exp(-0.08 * 12))
STUDIES: Final = (
    Study(
        "growth: level, pace and interaction",
        {"(Intercept)": 3.0, "months": 0.05, "trust": 0.1, "months:trust": 0.004}
        | {
            "variance: intercept": 1.44,
            "variance: slope": 0.0064,
            "variance: covariance": 0,
            "variance: residual": 1.21,
        },
        growth_run,
    ),
    Study(
        "ordinal_growth: five answers, a level, nine nodes",
        {"1|2": -0.5, "2|3": 0.8, "3|4": 1.9, "4|5": 3.0, "months": 0.06, "trust": 0.15, "variance: intercept": 1.69},
        ordinal_run,
    ),
    Study(
        "kaplan_meier and cumulative_incidence at 12 months",
        {"still in": 1 - LEFT, "left for job": LEFT * 5 / 8, "left for health": LEFT * 3 / 8},
        stays_run,
    ),
    Study("cox: leaving for a job", {"trust": 0.1, "age": -0.02}, cox_run),
    Study(
        "ols with CR2: by person, and by 40 places",
        {"(Intercept)": 3.0, "trust": 0.2, "work": 0.4, "of 40 places": 0.3},
        ols_run,
    ),
    Study("logit with CR1S by person", {"(Intercept)": -1.0, "trust": 0.15, "work": 0.5}, logit_run),
    Study(
        "items: alpha, ICC, correlation, mean change",
        {"alpha": 5 / 6.5, "icc": 0.5, "correlation": 0.4, "mean change": 1.2, "mean change, people drawn anew": 1.2},
        items_run,
    ),
)


def band(runs: int) -> tuple[float, float]:
    """Shares held that are no surprise: three standard errors to each side, 93.5 to 96.5 % of 2,000 runs."""
    wide = 3 * float(np.sqrt(LEVEL * (1 - LEVEL) / runs))
    return LEVEL - wide, LEVEL + wide


def studied(study: Study, runs: int) -> list[str]:
    """The lines of one study."""
    begun = time.perf_counter()
    random = np.random.default_rng(SEED)
    found = [study.one(random) for _ in range(runs)]
    took = time.perf_counter() - begun
    low, high = band(len(found))
    said = f"{len(found):,} runs of {PEOPLE} people, {took:.0f} s. Right is {low:.1%} to {high:.1%}."
    lines = [f"## {study.title}", "", said, ""]
    lines += ["| figure | truth | mean found | intervals that hold it | |", "| --- | ---: | ---: | ---: | --- |"]
    for name, truth in study.truth.items():
        each = [one[name] for one in found]
        values = [one.value if isinstance(one, Estimate) else one for one in each]
        held = [one.low <= truth <= one.high for one in each if isinstance(one, Estimate)]
        share = sum(held) / len(held) if held else None
        told = ["", ""] if share is None else [f"{share:.2%}", "" if low <= share <= high else "**outside**"]
        shown = name.replace("|", r"\|")
        lines.append(f"| {shown} | {truth:.4g} | {np.mean(values):.4g} | {' | '.join(told)} |")
    return [*lines, ""]


def main() -> None:
    """Every study, printed as it comes and kept with the machine's name."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    about = {**machine(), "numpy": np.__version__, "scipy": scipy.__version__}
    lines = [
        "# How often an interval of 95 % holds the truth",
        "",
        f"Written by `python -m benchmarks.coverage {runs}`: people made up anew for every run (seed {SEED}), so",
        "the truth is known. Right is 95 %, give or take three times what chance alone moves so many runs.",
        "",
        "| | |",
        "| --- | --- |",
        *(f"| {name} | {said} |" for name, said in about.items() if name not in {"Django", "SQLite"}),
        "",
    ]
    for study in STUDIES:
        told = studied(study, runs)
        print("\n".join(told), flush=True)
        lines += told
    PAGE.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
