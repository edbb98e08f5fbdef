"""The statistics of the evaluation on made-up national data, ours and R's, in one run on one machine.

Run: python -m benchmarks.evaluation [--alone] [people …] (default 10,000; alone: ours without R). Peers that are
not installed are said so.
"""

import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from benchmarks.machine import machine
from progression.associations import correlation
from progression.descriptive import distribution
from progression.flows import cox, cumulative_incidence
from progression.mixed import growth
from progression.regression import ols
from progression.reliability import cronbach_alpha, icc

ROUNDS: Final = 3
PATIENCE: Final = 3600
ITEMS: Final = [f"item{place}" for place in range(10)]
COVARIATES: Final = ["trust", "goals", "barriers", "help", "hope", "age", "woman", "health"]
CROSSED: Final = COVARIATES[:4]
REASONS: Final = ("", "job", "education", "flexjob", "moved")


@dataclass(frozen=True, slots=True)
class Task:
    """One figure to compute: ours from Parquet to result, and what R is told (`d` rows, `s` stays; ends in `out`)."""

    name: str
    ours: Callable[[Path], float]
    r: str
    library: str


def _growth(folder: Path) -> float:
    table = folder / "rows.parquet"
    return growth(table, "score", "months", "person", COVARIATES, interactions=CROSSED).log_likelihood


def _cox(folder: Path) -> float:
    return cox(folder / "stays.parquet", "months", "reason", COVARIATES[2:], of="job").coefficients["age"].se


def _robust(folder: Path) -> float:
    return ols(folder / "rows.parquet", "score", ["months", *COVARIATES], cluster="person").coefficients["months"].se


def _spread(folder: Path) -> float:
    return distribution(folder / "rows.parquet", "score", ["municipality", "woman"]).groups[3, 1].sd or 0.0


ITEM_COLUMNS: Final = f"as.data.frame(d)[, c({','.join(map(repr, ITEMS))})]"
TASKS: Final = (
    Task(
        "growth model, 14 effects, level and pace",
        _growth,
        f"f <- lmer(score ~ months * ({'+'.join(CROSSED)}) + {'+'.join(COVARIATES[4:])} + (months | person), d); "
        "out <- as.numeric(logLik(f))",
        "lme4",
    ),
    Task(
        "incidence of 4 reasons with errors",
        lambda folder: float(cumulative_incidence(folder / "stays.parquet", "months", "reason")["job"].se[-1]),
        "f <- survfit(Surv(months, factor(reason, c('', 'job', 'education', 'flexjob', 'moved'))) ~ 1, s); "
        "out <- tail(f$std.err[, 2], 1)",
        "survival",
    ),
    Task(
        "Cox, 6 covariates",
        _cox,
        f"f <- coxph(Surv(months, reason == 'job') ~ {'+'.join(COVARIATES[2:])}, s); "
        "out <- unname(sqrt(diag(vcov(f)))['age'])",
        "survival",
    ),
    Task(
        "Cronbach's alpha, 10 items",
        lambda folder: cronbach_alpha(folder / "rows.parquet", ITEMS).alpha.value,
        f"out <- suppressWarnings(alpha({ITEM_COLUMNS}))$total$raw_alpha",
        "psych",
    ),
    Task(
        "ICC(1)",
        lambda folder: icc(folder / "rows.parquet", "score", "person").icc.value,
        "n <- tapply(d$score, d$person, length); m <- tapply(d$score, d$person, mean); N <- nrow(d); G <- length(n); "
        "w <- sum((d$score - m[as.character(d$person)])^2) / (N - G); b <- sum(n * (m - mean(d$score))^2) / (G - 1); "
        "k <- (N - sum(n^2) / N) / (G - 1); out <- (b - w) / (b + (k - 1) * w)",
        "stats",
    ),
    Task(
        "correlations, 10 x 10, by rank",
        lambda folder: float(correlation(folder / "rows.parquet", ITEMS, "spearman").matrix[0, 1]),
        f"out <- cor({ITEM_COLUMNS}, method = 'spearman')[1, 2]",
        "stats",
    ),
    Task(
        "least squares, errors by person",
        _robust,
        f"f <- lm(score ~ months + {'+'.join(COVARIATES)}, d); "
        "out <- unname(sqrt(diag(vcovCL(f, d$person)))['months'])",
        "sandwich",
    ),
    Task(
        "distribution by municipality and sex",
        _spread,
        "a <- d[, list(n = .N, m = mean(score), s = sd(score), q1 = quantile(score, .25), "
        "q2 = as.numeric(median(score)), q3 = quantile(score, .75), lo = min(score), hi = max(score)), "
        "by = list(municipality, woman)]; "
        "out <- a[municipality == 3 & woman == 1]$s",
        "data.table",
    ),
)


def made_up(people: int, folder: Path) -> int:
    """Two to eight assessments each of people in 98 municipalities, and how long each stayed; the number of rows."""
    random = np.random.default_rng(6)
    sizes = random.integers(2, 9, people)
    person = np.repeat(np.arange(people), sizes)
    occasion = np.arange(len(person)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    months = 3 * occasion + random.integers(0, 3, len(person))
    own = {name: random.integers(0, 11, people) for name in COVARIATES}
    own |= {"age": random.integers(20, 60, people), "woman": random.integers(0, 2, people)}
    own["municipality"] = random.integers(0, 98, people)
    level, pace = random.normal(0, 1.2, people), random.normal(0, 0.08, people)
    line = 3 + 0.05 * months + 0.1 * own["trust"][person] - 0.01 * own["age"][person]
    line = line + (0.004 * own["trust"][person] + pace[person]) * months + level[person]
    score = np.clip(np.rint(line + random.normal(0, 1.1, len(person))), 0, 20)
    columns = {"person": person, "months": months, "score": score.astype(np.int64)}
    columns |= {name: column[person] for name, column in own.items()}
    for name in ITEMS:
        columns[name] = np.clip(np.rint(line + random.normal(0, 2, len(person))), 0, 10).astype(np.int64)
    _kept(columns, folder / "rows")
    time_in = 1 + random.exponential(14 - own["trust"] / 2, people).astype(np.int64)
    reason = np.array(REASONS)[random.choice(5, people, p=[0.1, 0.3, 0.25, 0.2, 0.15])]
    reason[time_in > 24] = ""
    stays = {"months": np.minimum(time_in, 24), "reason": reason, **{name: own[name] for name in COVARIATES}}
    _kept(stays, folder / "stays")
    return len(person)


def _kept(columns: dict[str, Any], path: Path) -> None:
    table = pa.table(columns)
    pyarrow.parquet.write_table(table, path.with_suffix(".parquet"))
    pyarrow.csv.write_csv(table, path.with_suffix(".csv"))


def ours(task: Task, folder: Path) -> tuple[float, float]:
    """Seconds from Parquet to the result, the median of a few rounds, and the figure."""
    taken, value = [], 0.0
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        value = task.ours(folder)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken), value


def theirs(task: Task, folder: Path) -> tuple[float, float] | str:
    """R's seconds for the computation alone (its reading is not counted), and its figure; or why there is none."""
    if shutil.which("Rscript") is None:
        return "R is not installed"
    script = (
        f"suppressMessages({{library(data.table); library({task.library})}}); d <- fread('rows.csv'); "
        f"s <- fread('stays.csv'); s$reason[is.na(s$reason)] <- ''; begun <- proc.time()[3]; {task.r}; "
        'cat(sprintf(\'{"seconds": %.4f, "value": %.12g}\', proc.time()[3] - begun, out))'
    )
    try:
        done = subprocess.run(
            ["Rscript", "-e", script], cwd=folder, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return f"not done in {PATIENCE} s"
    if done.returncode:
        return done.stderr.strip().splitlines()[0][:100]
    found = json.loads(done.stdout[done.stdout.index("{") :])
    return float(found["seconds"]), float(found["value"])


def bare_scan(folder: Path) -> float:
    """Seconds to add up every column of the rows, which is the least that reading them can cost."""
    begun = time.perf_counter()
    relation = duckdb.read_parquet(str(folder / "rows.parquet"))
    relation.aggregate(", ".join(f"sum({name})" for name in relation.columns)).fetchall()
    return time.perf_counter() - begun


def compare(people: int, *, alone: bool) -> None:
    """One size: a line a task, as a table of Markdown."""
    with tempfile.TemporaryDirectory(prefix="evaluation-") as name:
        folder = Path(name)
        rows = made_up(people, folder)
        print(f"\n{people:,} people, {rows:,} assessments; bare scan of all columns {bare_scan(folder):.3f} s\n")
        print("| | ours, from Parquet, s | R, in memory, s | ratio | apart |\n|---|---|---|---|---|")
        for task in TASKS:
            seconds, value = ours(task, folder)
            other = "not asked" if alone else theirs(task, folder)
            if isinstance(other, str):
                print(f"| {task.name} | {seconds:.3f} | {other} | | |", flush=True)
                continue
            apart = abs(value - other[1]) / max(abs(other[1]), 1e-300)
            print(
                f"| {task.name} | {seconds:.3f} | {other[0]:.3f} | {other[0] / seconds:.1f} | {apart:.0e} |",
                flush=True,
            )


def main() -> None:
    """Name the machine, and run each size."""
    for name, said in machine().items():
        print(f"{name}: {said}")
    print(f"Load when it began: {os.getloadavg()[0]:.1f}")
    for name in ("pandas", "statsmodels", "polars"):
        if importlib.util.find_spec(name) is None:
            print(f"{name} is not installed: not compared.")
    sizes = [int(argument) for argument in sys.argv[1:] if argument != "--alone"]
    for people in sizes or [10_000]:
        compare(people, alone="--alone" in sys.argv)


if __name__ == "__main__":
    main()
