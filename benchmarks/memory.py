"""Larger than memory: every kind of question of a file whose columns do not fit in what DuckDB may hold.

Run: python -m benchmarks.memory [million rows] (default 12). Each question runs in a process of its own, with all
memory and with the cap, and both answers are compared to the last bit. The file is made up (one seed), is written to
var/ and removed. Writes benchmarks/MEMORY.md.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.machine import machine
from progression.associations import correlation
from progression.descriptive import crosstab, distribution
from progression.flows import cumulative_incidence
from progression.mixed import growth
from progression.regression import ols
from progression.reliability import cronbach_alpha, icc
from progression.sources import Engine, file

CAP: Final = "256MB"
ITEMS: Final = [f"item{place}" for place in range(10)]
OUT: Final = Path(__file__).parent / "MEMORY.md"
VAR: Final = Path(__file__).parent.parent / "var"
CHUNK: Final = 1_000_000
ROWS_OF_ONE: Final = 4
TASKS: Final[Mapping[str, Callable[[Engine], Any]]] = {
    "growth model, two covariates": lambda t: growth(t, "score", "months", "person", ["trust", "age"]),
    "Aalen–Johansen by municipality": lambda t: cumulative_incidence(t, "stay", "reason", by="municipality"),
    "Cronbach's alpha, 10 items": lambda t: cronbach_alpha(t, ITEMS),
    "correlations, 10 × 10": lambda t: correlation(t, ITEMS),
    "ICC": lambda t: icc(t, "score", "person"),
    "distribution by municipality and sex": lambda t: distribution(t, "score", ["municipality", "woman"]),
    "crossed counts": lambda t: crosstab(t, "municipality", "reason"),
    "least squares, errors by municipality (reads rows)": lambda t: ols(
        t, "score", ["months", "trust", "age"], cluster="municipality"
    ),
}


@dataclass(frozen=True, slots=True)
class Ran:
    """One question in a process of its own: its answer as a hash, seconds, and MiB held before it and at most."""

    answer: str
    seconds: float
    bare: float
    resident: float
    spilled: float


def made_up(rows: int, path: Path) -> int:
    """People with four occasions each, in no order, chunk by chunk; the bytes of the columns in memory."""
    random = np.random.default_rng(17)
    people, size = rows // ROWS_OF_ONE, 0
    with pq.ParquetWriter(path, _chunk(random, np.arange(1), 1).schema) as writer:
        for first in range(0, rows, CHUNK):
            # Each person's occasions lie far apart in the file, so that nobody is done before its end.
            person = np.arange(first, min(first + CHUNK, rows)) % people
            chunk = _chunk(random, person, first // people)
            size += chunk.nbytes
            writer.write_table(chunk)
    return size


def _chunk(random: np.random.Generator, person: Any, occasion: int) -> pa.Table:  # noqa: ANN401
    many = len(person)
    columns: dict[str, Any] = {"person": person, "months": 6 * occasion + random.integers(0, 5, many)}
    columns |= {"trust": person % 11, "age": 20 + person % 41, "woman": person % 2, "municipality": person % 98}
    columns["score"] = np.clip(4 + columns["months"] // 8 + random.integers(-3, 4, many), 0, 10)
    columns |= {name: np.clip(columns["score"] + random.integers(-2, 3, many), 0, 10) for name in ITEMS}
    columns |= {"stay": random.integers(0, 25, many), "reason": random.integers(0, 4, many)}
    return pa.table(columns)


def digits(result: Any) -> Any:  # noqa: ANN401
    """Every number of a result to the last bit."""
    if is_dataclass(result) and not isinstance(result, type):
        return [digits(getattr(result, one.name)) for one in fields(result)]
    if isinstance(result, Mapping):
        return [[repr(key), digits(value)] for key, value in result.items()]
    if isinstance(result, np.ndarray):
        return result.tolist()
    return [digits(one) for one in result] if isinstance(result, (list, tuple)) else repr(result)


def held() -> float:
    """The most that this process has had resident, in MiB; `getrusage` would count what its parent had."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def answer(name: str, path: str, folder: str, capped: str) -> None:
    """What the process of its own does: one question, and what it held as JSON."""
    spilled, bare = [0], held()
    stop = threading.Event()

    def watch() -> None:
        while not stop.wait(0.02):
            spilled[0] = max(spilled[0], sum(one.stat().st_size for one in Path(folder).rglob("*") if one.exists()))

    table = file(path, memory=CAP if capped else None, folder=folder)
    watcher = threading.Thread(target=watch)
    watcher.start()
    begun = time.perf_counter()
    try:
        found = TASKS[name](table)
    finally:
        stop.set()
        watcher.join()
    taken = time.perf_counter() - begun
    said = hashlib.sha256(json.dumps(digits(found)).encode()).hexdigest()
    most = {"bare": bare, "resident": held(), "spilled": spilled[0] / 2**20}
    print(json.dumps({"answer": said, "seconds": taken, **most}))


def ran(name: str, path: Path, folder: Path, *, capped: bool) -> Ran:
    """One question asked by a process of its own."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.memory",
        "--answer",
        name,
        str(path),
        str(folder),
        "1" if capped else "",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr}")
    return Ran(**json.loads(done.stdout))


def lines(rows: int, size: int, on_disk: int, found: Mapping[str, tuple[Ran, Ran]]) -> list[str]:
    """The report."""
    said = [f"* {name}: {what}" for name, what in machine().items() if name not in ("Django", "SQLite")]
    bare = max(one.bare for pair in found.values() for one in pair)
    text = [
        "# Larger than memory",
        "",
        f"Written by `python -m benchmarks.memory` on {datetime.now(UTC).date().isoformat()}. All data are made up.",
        "",
        *said,
        f"* The file: {rows:,} rows of {rows // ROWS_OF_ONE:,} people, {size / 2**20:,.0f} MiB of columns in memory, "
        f"{on_disk / 2**20:,.0f} MiB of Parquet",
        f'* The cap: DuckDB may hold {CAP} (`sources.file(path, memory="{CAP}", folder=…)`)',
        "",
        "Each question in a process of its own, first with all memory, then with the cap. *Held*: the most memory",
        f"that was resident, of the whole process: {bare:,.0f} MiB are Python, numpy, scipy and DuckDB before they",
        "read anything, and the sums of the people, and the columns that a function reads row by row, come on top of",
        "the cap. *Spilled*: the most that lay on disk at once. Seconds: of a machine with other work to do.",
        "",
        "| | free: s | held, MiB | capped: s | held, MiB | spilled, MiB | same digits |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, (free, capped) in found.items():
        same = "yes" if free.answer == capped.answer else "**NO**"
        text.append(
            f"| {name} | {free.seconds:.2f} | {free.resident:,.0f} | {capped.seconds:.2f} | {capped.resident:,.0f} "
            f"| {capped.spilled:,.0f} | {same} |"
        )
    return [*text, ""]


def main() -> None:
    """Make the file, ask everything twice, write the report, remove the file."""
    rows = int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 else 12_000_000
    VAR.mkdir(exist_ok=True)
    found: dict[str, tuple[Ran, Ran]] = {}
    with tempfile.TemporaryDirectory(prefix="memory-", dir=VAR) as name:
        path, folder = Path(name, "rows.parquet"), Path(name, "spill")
        folder.mkdir()
        size = made_up(rows, path)
        print(f"{rows:,} rows, {size / 2**20:,.0f} MiB of columns, load {os.getloadavg()[0]:.1f}", flush=True)
        for task in TASKS:
            free, capped = (ran(task, path, folder, capped=one) for one in (False, True))
            found[task] = (free, capped)
            print(task, free, capped, sep="\n  ", flush=True)
        OUT.write_text("\n".join(lines(rows, size, path.stat().st_size, found)), encoding="utf-8")
    if any(free.answer != capped.answer for free, capped in found.values()):
        raise SystemExit("The cap changed a digit.")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--answer"]:
        answer(*sys.argv[2:])
    else:
        main()
