"""Weeks by the hundred million: one bit a week and person in a single scan, then runs of weeks as periods."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
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
    """The places of the first and the last week of the file: 53 places a year, though most years have 52 weeks."""

    lowest: int
    highest: int

    @property
    def bits(self) -> int:
        """How many, filled up to whole bytes."""
        return -(-(self.highest - self.lowest + 1) // 8) * 8

    def mondays(self) -> tuple[Days, list[int]]:
        """The day each place begins on; and the places that are no weeks, whose day means nothing."""
        days, absent = [], []
        for place in range(self.lowest, self.lowest + self.bits):
            year, week = divmod(place - 1, 53)
            try:
                days.append(date.fromisocalendar(year, week + 1, 1))
            except ValueError:
                days.append(date.min)
                absent.append(place - self.lowest)
        return np.array(days, dtype="datetime64[D]"), absent


def place_of(number: int) -> int:
    """The place of a week such as 201405: 53 a year."""
    return number - 47 * (number // 100)


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
    rows = sum(row[-1] for row in kinds)
    source.refuse_lost(rows)
    told("read", rows)
    good: Pairs = []
    bad: list[tuple[Any, Any, bool, bool, str]] = []
    for week, code, cut, without, _ in kinds:
        found = Fault.CUT if cut else Fault.NO_PERSON if without else week_and_kind(week, code, rules, codes, today)
        if isinstance(found, Fault):
            bad.append((week, code, cut, without, found.value))
        else:
            good.append((week, code, *found))
    _name_bad(source, bad, nobody, problems)
    places = [place_of(number) for _, _, number, _ in good] or [place_of(200001)]
    span = Span(min(places), max(places))
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
        place, rows = "week - 47 * (week // 100)", source.view
        counts, programme = (
            f"code IN {listed({str(code) for _, code, _, kind in good if kind == wanted})}"
            for wanted in (COUNTS, PROGRAMME)
        )
    else:
        connection.execute(f"CREATE TABLE good (week {kinds['week']}, code {kinds['code']}, number INT, kind INT)")
        if good:
            connection.executemany("INSERT INTO good VALUES (?, ?, ?, ?)", good)
        place, counts, programme = "number - 47 * (number // 100)", f"kind = {COUNTS}", f"kind = {PROGRAMME}"
        rows = (
            f"(SELECT h.person, g.number, g.kind FROM {source.view} AS h JOIN good AS g USING (week, code) "  # noqa: S608
            f"WHERE NOT cut AND NOT {empty('h.person')})"
        )
    gathered = f"bitstring_agg({place}, {span.lowest}, {span.lowest + span.bits - 1}) FILTER"
    by_name = (
        f"SELECT person, {gathered} (WHERE {counts}) AS counted, {gathered} (WHERE {programme}) AS programme "  # noqa: S608
        f"FROM {rows} GROUP BY person"
    )
    if "INT" in kinds["person"]:
        taken = f"SELECT CAST(person AS VARCHAR) AS key, counted, programme FROM ({by_name})"  # noqa: S608
    else:
        # One person under two spellings is turned into one only here: people are few, rows are many.
        taken = (
            f"SELECT {key_of('person')} AS key, bit_or(counted) AS counted, bit_or(programme) AS programme "  # noqa: S608
            f"FROM ({by_name}) GROUP BY ALL"
        )
    connection.execute(f"CREATE TABLE bits AS {taken}")


def walk_weeks(connection: Any, on: Any, span: Span, told: Callable[[str, int], None]) -> dict[int, LastSpells]:  # noqa: ANN401
    """The last spell of everybody, some ten thousand people at a time."""
    found = {COUNTS: LastSpells.none(on.size), PROGRAMME: LastSpells.none(on.size)}
    mondays, absent = span.mondays()
    nothing = f"CAST(repeat('0', {span.bits}) AS BIT)"
    reader = connection.sql(
        f"SELECT place, CAST(coalesce(counted, {nothing}) AS BLOB) AS counted, "  # noqa: S608
        f"CAST(coalesce(programme, {nothing}) AS BLOB) AS programme FROM bits JOIN people USING (key)"
    ).to_arrow_reader(_BATCH)
    seen = 0
    for batch in reader:
        places = batch.column("place").to_numpy().astype(np.int64)
        for kind, name in ((COUNTS, "counted"), (PROGRAMME, "programme")):
            bits = _unpacked(batch.column(name), places.size, span)
            for place in absent:
                # A week there is not: it parts no run and begins none.
                bits[:, place] = bits[:, place - 1] & bits[:, place + 1] if 0 < place < span.bits - 1 else 0
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
