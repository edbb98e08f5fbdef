"""Weeks by the hundred million: one bit a week and person in a single scan, then runs of weeks as periods."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from progression.spells.bulk.checking import (
    COUNTS,
    PROGRAMME,
    Fault,
    Problems,
    empty,
    key_of,
    listed,
    person_key,
    week_and_kind,
)
from progression.spells.bulk.opening import Opened
from progression.spells.bulk.walking import Days, LastSpells, last_spells, runs_of_weeks
from progression.spells.rules import Codes, Rules

_BATCH: Final = 1 << 16
Pairs = list[tuple[Any, Any, int, int]]
"""Week and code as they stand, the week's number (year and week in one), and what the code counts as."""


@dataclass(frozen=True, slots=True)
class Span:
    """The weeks of the file, as numbers such as 201405; a bit for every number between, so that no row is turned."""

    lowest: int
    highest: int

    @property
    def bits(self) -> int:
        """How many, filled up to whole bytes."""
        return -(-(self.highest - self.lowest + 1) // 8) * 8

    def mondays(self) -> tuple[npt.NDArray[np.int64], Days]:
        """The places of the bits that are weeks, in order, and the days they begin on."""
        first = date.fromisocalendar(self.lowest // 100, self.lowest % 100, 1)
        last = date.fromisocalendar(self.highest // 100, self.highest % 100, 1)
        days = [first + timedelta(days=7 * place) for place in range((last - first).days // 7 + 1)]
        numbers = [year * 100 + week for year, week, _ in (day.isocalendar() for day in days)]
        return np.array(numbers, dtype=np.int64) - self.lowest, np.array(days, dtype="datetime64[D]")


def take_weeks(
    source: Opened,
    rules: Rules,
    codes: Codes,
    today: date | None,
    problems: Problems,
    told: Callable[[str, int], None],
) -> Span:
    """Check the weeks by their few different kinds, and keep a row of bits a person as the table `bits`."""
    connection = source.connection
    nobody = "person IS NULL" if "INT" in source.kinds["person"] else empty("person")
    kinds = connection.execute(
        f"SELECT week, code, cut, {nobody} AS nobody, count(*) FROM {source.view} GROUP BY ALL"  # noqa: S608
    ).fetchall()
    told("read", sum(row[-1] for row in kinds))
    good: Pairs = []
    bad: list[tuple[Any, Any, bool, bool, str]] = []
    for week, code, cut, without, _ in kinds:
        found = Fault.CUT if cut else Fault.NO_PERSON if without else week_and_kind(week, code, rules, codes, today)
        if isinstance(found, Fault):
            bad.append((week, code, cut, without, found.value))
        else:
            good.append((week, code, *found))
    _name_bad(source, bad, nobody, problems)
    span = Span(min((one[2] for one in good), default=200001), max((one[2] for one in good), default=200001))
    plain = not bad and not problems.counts and all(week == number for week, _, number, _ in good)
    _gather(source, good, span, plain=plain)
    return span


def _name_bad(source: Opened, bad: list[tuple[Any, Any, bool, bool, str]], nobody: str, problems: Problems) -> None:
    """The bad rows as the table `faults`: found again by what stands in them, only when there are any."""
    connection, kinds = source.connection, source.kinds
    connection.execute(
        f"CREATE TABLE bad (week {kinds['week']}, code {kinds['code']}, cut BOOLEAN, nobody BOOLEAN, fault VARCHAR)"
    )
    connection.execute("CREATE TABLE faults (row_no BIGINT, key VARCHAR, fault VARCHAR, said VARCHAR)")
    if bad:
        connection.executemany("INSERT INTO bad VALUES (?, ?, ?, ?, ?)", bad)
        connection.execute(
            f"""INSERT INTO faults SELECT h.row_no, h.key, bad.fault, concat_ws(' ', h.week, h.code)
            FROM (SELECT row_no, {person_key(source)} AS key, week, code, cut, {nobody} AS nobody
              FROM {source.rows(True)}) AS h
            JOIN bad ON h.week IS NOT DISTINCT FROM bad.week AND h.code IS NOT DISTINCT FROM bad.code
              AND h.cut = bad.cut AND h.nobody = bad.nobody"""  # noqa: S608
        )
    problems.take(source, "FROM faults", "faults")
    connection.execute("CREATE TABLE left_out AS SELECT key FROM faults")


def _gather(source: Opened, good: Pairs, span: Span, *, plain: bool) -> None:
    """The table `bits`: key, and a string of bits for what counts and for resource programmes."""
    connection, kinds = source.connection, source.kinds
    if plain and "INT" in kinds["week"]:
        # No row is joined or turned: the week is its own number, and a few codes are compared.
        week, rows = "week", source.view
        counts, programme = (
            f"code IN {listed({str(code) for _, code, _, kind in good if kind == wanted})}"
            for wanted in (COUNTS, PROGRAMME)
        )
    else:
        connection.execute(f"CREATE TABLE good (week {kinds['week']}, code {kinds['code']}, number INT, kind INT)")
        if good:
            connection.executemany("INSERT INTO good VALUES (?, ?, ?, ?)", good)
        week, counts, programme = "number", f"kind = {COUNTS}", f"kind = {PROGRAMME}"
        rows = (
            f"(SELECT h.person, g.number, g.kind FROM {source.view} AS h JOIN good AS g USING (week, code) "  # noqa: S608
            f"WHERE NOT cut AND NOT {empty('h.person')})"
        )
    gathered = f"bitstring_agg({week}, {span.lowest}, {span.lowest + span.bits - 1}) FILTER"
    connection.execute(
        f"CREATE TABLE by_name AS SELECT person, {gathered} (WHERE {counts}) AS counted, "  # noqa: S608
        f"{gathered} (WHERE {programme}) AS programme FROM {rows} GROUP BY person"
    )
    key = "CAST(person AS VARCHAR)" if "INT" in kinds["person"] else key_of("person")
    connection.execute(
        f"CREATE TABLE bits AS SELECT {key} AS key, bit_or(counted) AS counted, bit_or(programme) AS programme "  # noqa: S608
        "FROM by_name GROUP BY ALL"
    )
    connection.execute("DROP TABLE by_name")


def walk_weeks(connection: Any, on: Any, span: Span, told: Callable[[str, int], None]) -> dict[int, LastSpells]:  # noqa: ANN401
    """The last spell of everybody, some ten thousand people at a time."""
    found = {COUNTS: LastSpells.none(on.size), PROGRAMME: LastSpells.none(on.size)}
    columns, mondays = span.mondays()
    nothing = f"CAST(repeat('0', {span.bits}) AS BIT)"
    reader = connection.sql(
        f"SELECT place, CAST(coalesce(counted, {nothing}) AS BLOB) AS counted, "  # noqa: S608
        f"CAST(coalesce(programme, {nothing}) AS BLOB) AS programme FROM bits JOIN people USING (key)"
    ).to_arrow_reader(_BATCH)
    seen = 0
    for batch in reader:
        places = batch.column("place").to_numpy().astype(np.int64)
        for kind, name in ((COUNTS, "counted"), (PROGRAMME, "programme")):
            bits = _unpacked(batch.column(name), places.size, span)[:, columns]
            row, first, last = runs_of_weeks(bits, mondays)
            found[kind].put(places, last_spells(row.astype(np.int64), first, last, on[places]))
        seen += places.size
        told("walk", seen)
    return found


def _unpacked(column: Any, people: int, span: Span) -> npt.NDArray[np.uint8]:  # noqa: ANN401
    """A column of bytes as a row of bits a person."""
    _, _, held = column.buffers()
    wide = span.bits // 8
    packed = np.frombuffer(held, dtype=np.uint8)[column.offset * wide : (column.offset + people) * wide]
    return np.unpackbits(packed.reshape(people, wide), axis=1)
