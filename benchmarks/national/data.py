"""Made-up national data in Parquet and CSV, from a fixed seed: `python -m benchmarks.national.data PEOPLE FOLDER`.

Nothing here is a finding: every effect that is in the data was put in here.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from benchmarks.national.tasks import ALL_ITEMS, COVARIATES, END, FEW, REASONS, TASKS

SEED: Final = 6
MUNICIPALITIES: Final = 98
Columns = dict[str, npt.NDArray[Any]]


def made_up(people: int, folder: Path, *, csv: bool = True) -> int:
    """Two to eight assessments of 20 items each, and how long everybody stayed and why she left; how many rows.

    Files: `rows` (a row an assessment, by person and month), its first people in `few`, `stays` (a row a person).
    """
    random = np.random.default_rng(SEED)
    sizes = random.integers(2, 9, people)
    own = _people(people, random)
    rows, line = _assessments(sizes, own, random)
    for name in ALL_ITEMS:
        rows[name] = np.clip(np.rint(line + random.normal(0, 2, len(line))), 0, 10).astype(np.int64)
    rows |= _with_caseworkers(rows, line, np.random.default_rng(SEED + 1))
    _kept(rows, folder / "rows", csv=csv)
    first = rows["person"] < FEW
    _kept({name: rows[name][first] for name in TASKS["ordinal"].columns}, folder / "few", csv=csv)
    _kept(_stays(own, random), folder / "stays", csv=csv)
    return len(line)


def _people(people: int, random: np.random.Generator) -> Columns:
    own: Columns = {name: random.integers(0, 11, people) for name in COVARIATES}
    own |= {"age": random.integers(20, 60, people), "woman": random.integers(0, 2, people)}
    own |= {"municipality": random.integers(0, MUNICIPALITIES, people)}
    return own | {"age_group": own["age"] // 10 - 2}


def _assessments(
    sizes: npt.NDArray[np.int64], own: Mapping[str, npt.NDArray[Any]], random: np.random.Generator
) -> tuple[Columns, npt.NDArray[np.float64]]:
    """Every three months or so, around a line of her own; and that line, which the items follow too."""
    people = len(sizes)
    person = np.repeat(np.arange(people), sizes)
    occasion = np.arange(len(person)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    months = 3 * occasion + random.integers(0, 3, len(person))
    level, pace = random.normal(0, 1.2, people), random.normal(0, 0.08, people)
    line = 3 + 0.05 * months + (0.1 * own["trust"] - 0.01 * own["age"] + level)[person]
    line = line + (0.004 * own["trust"] + pace)[person] * months
    score = np.clip(np.rint(line + random.normal(0, 1.1, len(person))), 0, 20).astype(np.int64)
    columns = {"person": person, "months": months, "score": score, "phase": months // 8}
    return columns | {name: column[person] for name, column in own.items()}, line


def _with_caseworkers(rows: Columns, line: npt.NDArray[np.float64], random: np.random.Generator) -> Columns:
    """Two caseworkers a municipality, the other one from the tenth month on; what is felt, and in five steps."""
    caseworker = 2 * rows["municipality"] + (rows["person"] + (rows["months"] > 9)) % 2
    level = random.normal(0, 0.5, 2 * MUNICIPALITIES)[caseworker]
    felt = np.clip(np.rint(line + level + random.normal(0, 1.1, len(line))), 0, 20).astype(np.int64)
    return {"caseworker": caseworker, "felt": felt, "short": np.clip(felt // 2, 0, 4)}


def _stays(own: Mapping[str, npt.NDArray[Any]], random: np.random.Generator) -> Columns:
    people = len(own["trust"])
    months = 1 + random.exponential(14 - own["trust"] / 2, people).astype(np.int64)
    reason = np.array(("", *REASONS))[random.choice(5, people, p=[0.1, 0.3, 0.25, 0.2, 0.15])]
    reason[months > END] = ""
    return {"months": np.minimum(months, END), "reason": reason, **{name: own[name] for name in COVARIATES}}


def _kept(columns: Columns, path: Path, *, csv: bool) -> None:
    table = pa.table(columns)
    pyarrow.parquet.write_table(table, path.with_suffix(".parquet"))
    if csv:
        pyarrow.csv.write_csv(table, path.with_suffix(".csv"))


def main() -> None:
    """Make one size, and say how many assessments it has when all of it stands."""
    people, folder = int(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    rows = made_up(people, folder)
    (folder / "made.json").write_text(json.dumps({"people": people, "rows": rows, "seed": SEED}), encoding="utf-8")


if __name__ == "__main__":
    main()
