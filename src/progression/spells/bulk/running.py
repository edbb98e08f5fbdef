"""One file of histories to one file of verdicts: opened, checked, walked through, answered and put in place."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np

from progression.errors import BadInput
from progression.results import package
from progression.spells.bulk.answering import AS_TEXT, as_arrow, verdicts
from progression.spells.bulk.checking import COUNTS, PROGRAMME, Problems, checked_days, checked_people
from progression.spells.bulk.opening import Opened, opened
from progression.spells.bulk.walking import LastSpells, last_spells
from progression.spells.bulk.weeks import take_weeks, walk_weeks
from progression.spells.rules import Codes, Rules, Track, own_codes

MEMORY: Final = "1400MB"
"""What the engine may hold before it writes to disk; the columns of the people come on top."""
_OF_PEOPLE: Final = ("born_on", "vocational_education", "track", "referred_on")
Told = Callable[[str, int], None]
"""What is told on the way: the step (`read`, `people`, `walk`, `write`) and how many rows or people it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of a file.

    file      CSV or Parquet, a row a period (person, benefit, starts_on, ends_on) or a week (person, week, code)
    out       CSV or Parquet, a row a person
    people    None, or a file with person and any of born_on, vocational_education, track, referred_on
    on        the day of referral where `people` does not say one; `track`: likewise the project's
    today     days after it are a fault; None: not looked at
    only_good the bad rows are left out and counted, instead of nothing being written
    threads   None: as many as the machine has
    """

    file: Path
    out: Path
    rules: Rules
    on: date | None
    people: Path | None = None
    weeks: bool = False
    codes: Codes | None = None
    track: Track | None = None
    today: date | None = None
    only_good: bool = False
    threads: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it. `written`: whether there is a file; without it `by_rule` is empty."""

    written: bool
    people: int
    problems: Problems
    by_rule: dict[str, int] = field(default_factory=dict)


def run(asked: Asked, told: Told | None = None) -> Done:
    """Write a verdict for every person of the file (and of the people), with the columns of `answering.COLUMNS`.

    The answers are those of `eligibility` for each. With a bad row nothing is written, unless `only_good`. What is
    written is put in place at the end, whole. Errors: BadInput for what concerns no row; MissingPackage.
    """
    if asked.out.suffix.lower() not in {".csv", ".parquet"}:
        raise BadInput(f"{asked.out.name!r} is neither .csv nor .parquet.")
    if asked.out.resolve() in {asked.file.resolve(), asked.people and asked.people.resolve()}:
        raise BadInput(f"{asked.out.name!r} is read and cannot be written.")
    with _engine(asked) as (connection, folder):
        return _run(connection, folder, asked, told or _untold)


def _run(connection: Any, folder: Path, asked: Asked, told: Told) -> Done:  # noqa: ANN401
    problems = Problems()
    needed = ("person", "week", "code") if asked.weeks else ("person", "benefit", "starts_on", "ends_on")
    source = opened(connection, asked.file, "histories", needed, folder)
    if asked.weeks:
        codes = asked.codes or own_codes(asked.rules)
        span = take_weeks(source, asked.rules, codes, asked.today, problems, told, asked.threads)
    else:
        _take_days(source, asked, problems, told)
    _take_people(asked, connection, folder, problems)
    if problems and not asked.only_good:
        return Done(False, 0, problems)
    people = _people(connection, asked, "bits" if asked.weeks else "spans")
    told("people", people)
    referred = connection.execute("SELECT referred FROM people ORDER BY place").fetchnumpy()["referred"]
    on = np.asarray(referred).astype("datetime64[D]")
    spells = walk_weeks(connection, on, span, told) if asked.weeks else _walk_days(connection, on, told)
    connection.register("spells", as_arrow(counted=spells[COUNTS], programme=spells[PROGRAMME]))
    return Done(True, people, problems, _write(connection, asked, told))


def _untold(step: str, count: int) -> None:
    """Nobody listens."""


@contextmanager
def _engine(asked: Asked) -> Iterator[tuple[Any, Path]]:
    duckdb = package("duckdb", "A whole file")
    package("pyarrow", "A whole file")
    with tempfile.TemporaryDirectory(dir=asked.out.parent, prefix=".eligibility-") as folder:
        settings = {"memory_limit": MEMORY, "temp_directory": folder}
        if asked.threads:
            settings["threads"] = str(asked.threads)
        with duckdb.connect(":memory:", config=settings) as connection:
            yield connection, Path(folder)


def _take_days(source: Opened, asked: Asked, problems: Problems, told: Told) -> None:
    connection = source.connection
    rows = checked_days(source, asked.rules, asked.today)
    connection.execute(f"CREATE TABLE spans AS SELECT key, kind, s, e, fault FROM ({rows})")  # noqa: S608
    read = connection.execute("SELECT count(*) FROM spans").fetchone()[0]
    source.refuse_lost(read)
    told("read", read)
    problems.take(source, checked_days(source, asked.rules, asked.today, numbered=True), "spans")
    connection.execute("CREATE TABLE left_out AS SELECT key FROM spans WHERE fault IS NOT NULL")
    connection.execute("DELETE FROM spans WHERE fault IS NOT NULL")


def _take_people(asked: Asked, connection: Any, folder: Path, problems: Problems) -> None:  # noqa: ANN401
    if asked.people is None:
        connection.execute(
            "CREATE TABLE known (key VARCHAR, born DATE, skilled BOOLEAN, track VARCHAR, referred DATE)"
        )
        return
    source = opened(connection, asked.people, "persons", ("person",), folder, _OF_PEOPLE)
    rows = checked_people(source, asked.on)
    connection.execute(f"CREATE TABLE rows_of_people AS FROM ({rows})")
    source.refuse_lost(connection.execute("SELECT count(*) FROM rows_of_people").fetchone()[0])
    problems.take(source, checked_people(source, asked.on, numbered=True), "rows_of_people")
    connection.execute(
        "CREATE TABLE known AS SELECT key, born, skilled, track, referred FROM rows_of_people WHERE fault IS NULL"
    )
    connection.execute("INSERT INTO left_out SELECT key FROM rows_of_people WHERE fault IS NOT NULL")


def _people(connection: Any, asked: Asked, histories: str) -> int:  # noqa: ANN401
    """Everybody once, with a place: who has a history, who is known, and who is only named in a row left out."""
    day = f"DATE '{asked.on}'" if asked.on else "CAST(NULL AS DATE)"
    track = f"'{asked.track}'" if asked.track else "CAST(NULL AS VARCHAR)"
    connection.execute(
        f"""CREATE TABLE people AS SELECT row_number() OVER () - 1 AS place, key, born, skilled,
          coalesce(known.track, {track}) AS track, coalesce(referred, {day}) AS referred,
          coalesce(bad.rows, 0) AS left_out
        FROM (SELECT key FROM {histories} UNION SELECT key FROM known
            UNION SELECT key FROM left_out WHERE coalesce(key, '') <> '') AS everybody
        LEFT JOIN known USING (key)
        LEFT JOIN (SELECT key, count(*) AS rows FROM left_out GROUP BY key) AS bad USING (key)"""  # noqa: S608
    )
    count, without = connection.execute("SELECT count(*), count(*) FILTER (referred IS NULL) FROM people").fetchone()
    if without:
        # How many and not who: what is said of a refusal is written down where nobody looks after it.
        raise BadInput(f"No day of referral for {without} of {count} persons.", column="referred_on")
    return int(count)


def _walk_days(connection: Any, on: Any, told: Told) -> dict[int, LastSpells]:  # noqa: ANN401
    told("walk", on.size)
    found = {}
    for kind in (COUNTS, PROGRAMME):
        rows = connection.execute(
            f"""SELECT place, s, least(coalesce(e, referred), referred) AS e FROM spans JOIN people USING (key)
            WHERE kind = {kind} AND s <= referred ORDER BY place, s"""  # noqa: S608
        ).fetchnumpy()
        first, last = (np.asarray(rows[name]).astype("datetime64[D]") for name in ("s", "e"))
        found[kind] = last_spells(np.asarray(rows["place"]).astype(np.int64), first, last, on)
    return found


def _write(connection: Any, asked: Asked, told: Told) -> dict[str, int]:  # noqa: ANN401
    """The verdicts, beside the place first and then in it; how many by rule."""
    connection.execute(f"CREATE TABLE verdicts AS {verdicts(asked.rules)}")
    told("write", connection.execute("SELECT count(*) FROM verdicts").fetchone()[0])
    is_parquet = asked.out.suffix.lower() == ".parquet"
    kind, rows = ("PARQUET", "verdicts") if is_parquet else ("CSV, HEADER", f"(FROM ({AS_TEXT}))")
    with tempfile.TemporaryDirectory(dir=asked.out.parent, prefix=".eligibility-") as folder:
        beside = Path(folder) / asked.out.name
        written = str(beside).replace("'", "''")
        connection.execute(f"COPY {rows} TO '{written}' (FORMAT {kind})")
        beside.replace(asked.out)
    by_rule = connection.execute("SELECT rule, count(*) FROM verdicts GROUP BY rule ORDER BY rule").fetchall()
    return {str(rule): int(count) for rule, count in by_rule}
