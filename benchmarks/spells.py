"""Who may be referred, of many people with five years of weeks: ours and three others on one file, in one run.

Run: python -m benchmarks.spells [people …] (10,000, 100,000 and 1,000,000). Each measurement is a process of its own,
with two threads; time is from the open file to the written one, imports apart. All data are made up.
"""

import importlib
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa
import pyarrow.parquet

from benchmarks.machine import machine
from progression.spells import Period, eligibility, rule_set
from progression.spells.bulk import Asked, run

ON: Final = date(2014, 10, 15)
FIRST: Final = date(2009, 10, 12)
WEEKS: Final = 261
THREADS: Final = 2
COUNTS: Final = ("K01", "K02", "U01", "U02")
HOUR: Final = 3600
# Five rounds, or one where a round takes longer than this many seconds.
LONG: Final = 10
# Ours on rows in the order of weeks: at this size alone, since the sort of the file takes longer than the rest.
SCATTERED: Final = 100_000
NAMES: Final = {
    "ours": "`bordenden eligibility` (checks each row, age, education, resource programmes)",
    "scattered": "the same, rows in the order of weeks",
    "sql": "DuckDB SQL by hand (gaps and islands; two years only, no checks)",
    "pandas": "pandas (the same)",
    "loop": "a plain Python loop (the same)",
}


def make(people: int, folder: Path) -> None:
    """A row a person and week, by person: seasons on one code, some without benefit; and who they are."""
    with duckdb.connect(config={"threads": THREADS}) as connection:
        connection.execute(
            f"""COPY (SELECT p AS person, CAST(isoyear(d) * 100 + week(d) AS INT) AS week, CASE
              WHEN season < 30 THEN 'K02' WHEN season < 55 THEN 'K01'
              WHEN season < 60 AND d > DATE '2013-01-01' THEN 'R01'
              WHEN season < 70 THEN 'S01' ELSE '000' END AS code
            FROM (SELECT p, DATE '{FIRST}' + CAST(w * 7 AS INT) AS d, hash(p, (w + p % 7) // 9) % 80 AS season
              FROM (SELECT p, unnest(range({WEEKS})) AS w FROM range({people}) AS one(p))))
            TO '{folder}/weeks.parquet' (FORMAT parquet)"""
        )
        if people == SCATTERED:
            by_week = f"FROM '{folder}/weeks.parquet' ORDER BY week, hash(person)"
            connection.execute(f"COPY ({by_week}) TO '{folder}/scattered.parquet' (FORMAT parquet)")
        connection.execute(
            f"""COPY (SELECT p AS person, DATE '1975-01-01' + CAST(hash(p) % 8000 AS INT) AS born_on,
              [true, false, NULL][1 + CAST(hash(p, 1) % 3 AS INT)] AS vocational_education
              FROM range({people}) AS one(p))
            TO '{folder}/persons.parquet' (FORMAT parquet)"""
        )


def ours(folder: Path) -> int:
    """The command's own engine, all of it."""
    return _ours(folder / "weeks.parquet", folder / "ours.parquet")


def scattered(folder: Path) -> int:
    """The same of the same rows, where nobody's lie together."""
    return _ours(folder / "scattered.parquet", folder / "answers.parquet")


def _ours(weeks: Path, out: Path) -> int:
    asked = Asked(
        file=weeks,
        people=weeks.with_name("persons.parquet"),
        out=out,
        rules=rule_set("2014"),
        on=ON,
        today=ON,
        weeks=True,
        threads=THREADS,
    )
    if not run(asked).written:
        raise SystemExit("made-up rows were refused")
    return 0


def sql(folder: Path) -> int:
    """As a good analyst would write it: mark where a month was skipped, then one group a person."""
    with duckdb.connect(config={"threads": THREADS, "temp_directory": str(folder)}) as connection:
        connection.register("calendar", calendar())
        connection.execute(
            f"""COPY (WITH paid AS (SELECT person, monday, least(monday + 6, DATE '{ON}') AS sunday
                FROM '{folder}/weeks.parquet' JOIN calendar USING (week)
                WHERE code IN {COUNTS} AND monday <= DATE '{ON}'),
              marked AS (SELECT *, lag(sunday) OVER (PARTITION BY person ORDER BY monday) AS before FROM paid),
              last AS (SELECT person, max(sunday) AS last_day, max(monday) FILTER (
                before IS NULL OR date_diff('month', before, monday) > 1) AS spell_start FROM marked GROUP BY person)
            SELECT person,
              CASE WHEN date_diff('month', last_day, DATE '{ON}') <= 1 THEN spell_start END AS spell_start
            FROM last) TO '{folder}/sql.parquet' (FORMAT parquet)"""
        )
    return 0


def pandas(folder: Path) -> int:
    """The same in pandas."""
    pd = importlib.import_module("pandas")
    table = pd.read_parquet(folder / "weeks.parquet", filters=[("code", "in", COUNTS)], columns=["person", "week"])
    days = calendar().to_pandas()
    monday = pd.to_datetime(table["week"].map(dict(zip(days["week"], days["monday"], strict=True))))
    table = table.assign(monday=monday)[monday <= pd.Timestamp(ON)].sort_values(["person", "monday"])
    table["sunday"] = (table["monday"] + pd.Timedelta(days=6)).clip(upper=pd.Timestamp(ON))
    month = table["monday"].dt.year * 12 + table["monday"].dt.month
    until = table["sunday"].dt.year * 12 + table["sunday"].dt.month
    before = until.groupby(table["person"]).shift()
    begins = table[before.isna() | (month - before > 1)].groupby("person")["monday"].last()
    last = until.groupby(table["person"]).last()
    spells = begins.where(ON.year * 12 + ON.month - last <= 1)
    spells.rename("spell_start").reset_index().to_parquet(folder / "pandas.parquet")
    return 0


def loop(folder: Path) -> int:
    """The same, row by row; it is told that the rows stand by person and week."""
    days = {row["week"]: row["monday"] for row in calendar().to_pylist()}
    found: dict[int, tuple[date, date]] = {}
    for person, week, code in _rows(folder / "weeks.parquet"):
        monday = days[week]
        if code not in COUNTS or monday > ON:
            continue
        sunday = min(monday + timedelta(days=6), ON)
        start, last = found.get(person, (monday, monday))
        if (monday.year - last.year) * 12 + monday.month - last.month > 1:
            start = monday
        found[person] = (start, sunday)
    is_open = {
        person: start if (ON.year - last.year) * 12 + ON.month - last.month <= 1 else None
        for person, (start, last) in found.items()
    }
    table = pa.table({"person": list(is_open), "spell_start": pa.array(list(is_open.values()), pa.date32())})
    pyarrow.parquet.write_table(table, folder / "loop.parquet")
    return 0


def _rows(path: Path) -> Iterator[tuple[int, int, str]]:
    for batch in pyarrow.parquet.ParquetFile(path).iter_batches():
        yield from zip(*(batch.column(name).to_pylist() for name in ("person", "week", "code")), strict=True)


def calendar() -> pa.Table:
    """Each week's number and Monday."""
    mondays = [FIRST + timedelta(days=7 * place) for place in range(WEEKS)]
    numbers = [year * 100 + week for year, week, _ in (monday.isocalendar() for monday in mondays)]
    return pa.table({"week": pa.array(numbers, pa.int32()), "monday": pa.array(mondays, pa.date32())})


WAYS: Final[dict[str, Callable[[Path], int]]] = {
    "ours": ours,
    "scattered": scattered,
    "sql": sql,
    "pandas": pandas,
    "loop": loop,
}


def alone(way: str, folder: Path) -> None:
    """One way in this process: seconds on the clock and of the processors, and the most memory it held, in MiB."""
    importlib.import_module("pandas")  # pyarrow takes it in with its first array, where it is installed
    begun, busy = time.perf_counter(), time.process_time()
    WAYS[way](folder)
    took, busy = time.perf_counter() - begun, time.process_time() - busy
    print(json.dumps([took, busy, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


@dataclass(frozen=True)
class Measured:
    """The medians of the seconds on the clock and of the processors, and the most memory in MiB."""

    rounds: int
    took: float
    busy: float
    peak: float


def measured(way: str, folder: Path) -> Measured | str:
    """What a way takes; or why it was not finished."""
    found: list[tuple[float, float, float]] = []
    command = [sys.executable, "-m", "benchmarks.spells", "--alone", way, str(folder)]
    while len(found) < (5 if not found or found[0][0] < LONG else 1):
        try:
            done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=HOUR)
        except subprocess.TimeoutExpired:
            return "not finished in an hour"
        except subprocess.CalledProcessError as ended:
            return "ended by the machine: out of memory" if ended.returncode == -9 else ended.stderr.splitlines()[-1]
        found.append(json.loads(done.stdout.splitlines()[-1]))
    took, busy, peak = zip(*found, strict=True)
    return Measured(len(found), statistics.median(took), statistics.median(busy), max(peak))


def agree(way: str, folder: Path) -> bool:
    """Whether a way found the same spells as ours, which may also rest on a resource programme."""
    if way == "scattered":
        return (folder / "answers.parquet").read_bytes() == (folder / "ours.parquet").read_bytes()
    with duckdb.connect() as connection:
        differing = connection.execute(
            f"""SELECT count(*) FROM '{folder}/ours.parquet' AS o LEFT JOIN '{folder}/{way}.parquet' AS w
            ON CAST(o.person AS BIGINT) = w.person WHERE o.reset_month IS NOT NULL AND o.rule <> 'no_benefit'
              AND o.spell_start IS DISTINCT FROM CAST(w.spell_start AS DATE)"""
        ).fetchone()
    return differing is not None and differing[0] == 0


def one_person() -> float:
    """Milliseconds for one person with a period a month over five years."""
    months = [date(2009 + month // 12, month % 12 + 1, 1) for month in range(9, 69)]
    periods = [Period("cash_benefit", month, month + timedelta(days=27)) for month in months]
    rules, took = rule_set("2014"), []
    for _ in range(200):
        begun = time.perf_counter()
        eligibility(periods, rules=rules, referred_on=ON, born_on=date(1990, 4, 2), vocational_education=False)
        took.append((time.perf_counter() - begun) * 1000)
    return statistics.median(took)


def compare(people: int) -> Iterator[str]:
    """The rows of the table for one size."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        # In a process of its own too: the most memory of one that it starts is counted from its own.
        subprocess.run([sys.executable, "-m", "benchmarks.spells", "--make", str(people), made], check=True)
        first: Measured | None = None
        for way in WAYS:
            if way == "scattered" and people != SCATTERED:
                continue
            found = measured(way, folder)
            if isinstance(found, str):
                yield f"| {people:,} | {NAMES[way]} | {found} | | | | | |"
                continue
            first = first or found
            same = "" if way == "ours" or agree(way, folder) else " **differs**"
            clock = f"{found.took:.2f} s | {found.took / first.took:.1f} ×"
            busy = f"{found.busy:.2f} s | {found.busy / first.busy:.1f} ×"
            yield f"| {people:,} | {NAMES[way]}{same} | {found.rounds} | {clock} | {busy} | {found.peak:,.0f} MiB |"


def main() -> None:
    """Name the machine, then every size."""
    if sys.argv[1:2] == ["--alone"]:
        alone(sys.argv[2], Path(sys.argv[3]))
        return
    if sys.argv[1:2] == ["--make"]:
        make(int(sys.argv[2]), Path(sys.argv[3]))
        return
    for name, value in machine().items():
        print(f"* {name}: {value}")
    print(f"* One person, 60 periods: {one_person():.2f} ms\n")
    print("| people | way | rounds | clock | against ours | processors | against ours | most memory |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for people in [int(size) for size in sys.argv[1:]] or [10_000, 100_000, 1_000_000]:
        for row in compare(people):
            print(row, flush=True)


if __name__ == "__main__":
    main()
