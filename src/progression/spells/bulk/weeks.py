"""Weeks by the hundred million: judged by their kinds, one bit a week and person, then walked through."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, Final

import numpy as np

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
from progression.spells.bulk.gathering import Judge, gathered
from progression.spells.bulk.opening import Opened
from progression.spells.bulk.places import Span
from progression.spells.bulk.walking import Bits, Days, LastSpells, last_spells_of_weeks
from progression.spells.rules import Codes, Rules

_BATCH: Final = 1 << 15
Pairs = list[tuple[Any, Any, int, int]]
"""Week and code as they stand, the week's number (year and week in one), and what the code counts as."""


def take_weeks(
    source: Opened,
    rules: Rules,
    codes: Codes,
    today: date | None,
    problems: Problems,
    told: Callable[[str, int], None],
    threads: int | None = None,
) -> Span:
    """Check the weeks, and keep a row of bits a person as the table `bits`."""

    @cache
    def judge(week: Any, code: Any) -> tuple[int, int] | Fault:  # noqa: ANN401
        return week_and_kind(week, code, rules, codes, today)

    found = gathered(source, judge, threads)
    if found is None:
        return _take_by_kinds(source, judge, problems, told)
    span, rows = found
    told("read", rows)
    source.connection.execute("CREATE TABLE left_out (key VARCHAR)")
    return span


def _take_by_kinds(source: Opened, judge: Judge, problems: Problems, told: Callable[[str, int], None]) -> Span:
    """Of any file: the few different kinds of rows are judged, the bad ones named, and the good ones gathered."""
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
        found = Fault.CUT if cut else Fault.NO_PERSON if without else judge(week, code)
        if isinstance(found, Fault):
            bad.append((week, code, cut, without, found.value))
        else:
            good.append((week, code, *found))
    _name_bad(source, bad, nobody, problems)
    numbers = [number for _, _, number, _ in good] or [200001]
    span = Span(min(numbers), max(numbers))
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
    """The table `bits` by the engine: key, and a bit a week for what counts and then for resource programmes."""
    connection, kinds, programmes = source.connection, source.kinds, 8 * span.octets
    if plain and "INT" in kinds["week"]:
        # No row is joined or turned: the week is its own number, and a few codes are compared.
        counts, programme = (
            listed({str(code) for _, code, _, kind in good if kind == wanted}) for wanted in (COUNTS, PROGRAMME)
        )
        place = f"week - 47 * (week // 100) - ({span.first} - 47 * ({span.first} // 100))"
        cell = f"{place} + CASE WHEN code IN {counts} THEN 0 WHEN code IN {programme} THEN {programmes} END"
        rows = source.view
    else:
        connection.execute(f"CREATE TABLE good (week {kinds['week']}, code {kinds['code']}, cell INT)")
        begins = {COUNTS: 0, PROGRAMME: programmes}
        cells = [
            (week, code, begins[kind] + span.place(number) if kind in begins else None)
            for week, code, number, kind in good
        ]
        if cells:
            connection.executemany("INSERT INTO good VALUES (?, ?, ?)", cells)
        cell = "cell"
        rows = (
            f"(SELECT h.person, good.cell FROM {source.view} AS h JOIN good USING (week, code) "  # noqa: S608
            f"WHERE NOT cut AND NOT {empty('h.person')})"
        )
    # One person under two spellings is turned into one only here: people are few, rows are many.
    key = "CAST(person AS VARCHAR)" if "INT" in kinds["person"] else key_of("person")
    nothing = f"CAST(repeat('0', {2 * programmes}) AS BIT)"
    connection.execute(
        f"""CREATE TABLE bits AS SELECT {key} AS key, CAST(coalesce(bit_or(bits), {nothing}) AS BLOB) AS bits
        FROM (SELECT person, bitstring_agg({cell}, 0, {2 * programmes - 1}) AS bits FROM {rows} GROUP BY person)
        GROUP BY ALL"""  # noqa: S608
    )


def walk_weeks(connection: Any, on: Days, span: Span, told: Callable[[str, int], None]) -> dict[int, LastSpells]:  # noqa: ANN401
    """The last spell of everybody, some ten thousand people at a time."""
    found = {COUNTS: LastSpells.none(on.size), PROGRAMME: LastSpells.none(on.size)}
    weeks, seen = list(span.weeks()), 0
    for batch in connection.sql("SELECT place, bits FROM bits JOIN people USING (key)").to_arrow_reader(_BATCH):
        places = batch.column("place").to_numpy()
        bits = _bits(batch.column("bits"), 2 * span.octets)
        for kind, of_kind in ((COUNTS, bits[:, : span.octets]), (PROGRAMME, bits[:, span.octets :])):
            found[kind].put(places, last_spells_of_weeks(of_kind, weeks, on[places]))
        seen += places.size
        told("walk", seen)
    return found


def _bits(column: Any, octets: int) -> Bits:  # noqa: ANN401
    """A column of texts of bytes as a row of bytes a person."""
    _, _, held = column.buffers()
    return np.frombuffer(held, dtype=np.uint8)[column.offset * octets :][: len(column) * octets].reshape(-1, octets)
