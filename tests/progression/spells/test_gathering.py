"""Weeks in a Parquet file: however its rows lie, and whoever gathers them, the same answers and the same bad rows."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from progression.spells import rule_set, weeks_to_periods
from progression.spells.bulk import Asked, Done, Fault, gathering, run
from tests.progression.spells.histories import people
from tests.progression.spells.test_histories import CODES, by_command, persons, single, weeks_touched

pytestmark = pytest.mark.once


def asked(folder: Path, rows: list[Any], *, only_good: bool = False, whom: Path | None = None) -> Asked:
    columns = {name: [row[at] for row in rows] for at, name in enumerate(("Person", " week", "code"))}
    pq.write_table(pa.table(columns), folder / "weeks.parquet", row_group_size=500)
    on = date(2014, 10, 15)
    return Asked(
        file=folder / "weeks.parquet",
        out=folder / "verdicts.parquet",
        people=whom,
        rules=rule_set("2014"),
        on=None if whom else on,
        today=None if whom else on,
        weeks=True,
        only_good=only_good,
    )


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Of each file, whether it was gathered in one pass."""
    found: list[bool] = []
    whole = gathering.gathered

    def watched(*args: Any) -> Any:
        gathered = whole(*args)
        found.append(gathered is not None)
        return gathered

    monkeypatch.setattr("progression.spells.bulk.weeks.gathered", watched)
    return found


def test_however_the_rows_lie(tmp_path: Path, taken: list[bool], monkeypatch: pytest.MonkeyPatch) -> None:
    """By person, by week, under numbers, under two spellings, weeks as text: everybody's days are what they were."""
    everybody = people(120, seed=9)
    weeks = {one.name: sorted(set(weeks_touched(one))) for one in everybody}
    one_by_one = [single(one, list(weeks_to_periods(weeks[one.name]))) for one in everybody]
    rows = [(one.name, y * 100 + w, CODES[kind]) for one in everybody for y, w, kind in weeks[one.name]]
    rows += [(one.name, 201401, "000") for one in everybody]
    by_week = sorted(rows, key=lambda row: row[1])
    whom = persons(everybody, tmp_path)
    assert by_command(asked(tmp_path, rows, whom=whom)) == one_by_one
    assert by_command(asked(tmp_path, by_week, whom=whom)) == one_by_one
    spelt = [(name if at % 2 else f" {name} ", *row) for at, (name, *row) in enumerate(rows)]
    assert by_command(asked(tmp_path, spelt, whom=whom)) == one_by_one
    numbered = pq.read_table(whom).set_column(0, "person", pa.array(range(10_000, 10_120)))
    pq.write_table(numbered, whom)
    numbers = {one.name: 10_000 + at for at, one in enumerate(everybody)}
    assert by_command(asked(tmp_path, [(numbers[one], *row) for one, *row in rows], whom=whom)) == one_by_one
    assert taken == [True] * 4
    # Scattered too far for one pass, or not plain: the engine sorts it out.
    persons(everybody, tmp_path)
    as_text = [(name, f"{week // 100}-W{week % 100:02}", code) for name, week, code in rows]
    assert by_command(asked(tmp_path, as_text, whom=whom)) == one_by_one
    monkeypatch.setattr(gathering, "_MANY", 40)
    assert by_command(asked(tmp_path, by_week, whom=whom)) == one_by_one
    assert taken[4:] == [False, False]


@pytest.mark.parametrize(
    ("bad", "fault"),
    [
        ((None, 201401, "K02"), Fault.NO_PERSON),
        ((" ", 201401, "K02"), Fault.NO_PERSON),
        (("bo", 201353, "K02"), Fault.NOT_A_WEEK),
        (("bo", 99, "K02"), Fault.NOT_A_WEEK),
        (("bo", None, "K02"), Fault.NOT_A_WEEK),
        (("bo", 201401, "Q99"), Fault.UNKNOWN_CODE),
        (("bo", 201401, None), Fault.UNKNOWN_CODE),
        (("bo", 201201, "U01"), Fault.NOT_IN_FORCE),
        (("bo", 201443, "K02"), Fault.IN_THE_FUTURE),
    ],
)
def test_a_bad_row_among_good_ones_is_named(
    tmp_path: Path, taken: list[bool], bad: tuple[Any, ...], fault: Fault
) -> None:
    good = [("mie", 201300 + week, "K02") for week in range(1, 53)]
    done: Done = run(asked(tmp_path, [*good, bad, ("mie", 201442, "K02")]))
    assert (done.written, [(one.line, one.fault) for one in done.problems.shown]) == (False, [(53, fault)])
    done = run(asked(tmp_path, [*good, bad, ("mie", 201442, "K02")], only_good=True))
    assert (done.written, done.problems.counts[fault], taken) == (True, 1, [False, False])


def test_a_week_that_counts_and_is_a_programme_is_both(tmp_path: Path, taken: list[bool]) -> None:
    """Mie's weeks are coded twice: the programme decides, the two years are not there yet."""
    rows = [("mie", 201400 + week, code) for week in range(1, 42) for code in ("K02", "R01")]
    asking = asked(tmp_path, rows)
    (answer,) = by_command(asking)
    assert (answer.rule, answer.spell_start, taken) == ("age_unknown", date(2013, 12, 30), [True])
