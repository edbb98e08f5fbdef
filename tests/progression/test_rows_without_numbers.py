"""An engine whose rows have no order: what is wrong is told of a row, and no row is named that is none."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from progression import errors
from progression.hypotheses import own_barriers, own_goals, responsibility, trust
from progression.mixed import growth
from progression.sources import file
from tests.progression.made_up import Columns, people

MANY = np.arange(40)
TABLE = people(40)
COUNTED = {"person": MANY, "main_days": np.full(40, 9), "enrolled_days": np.full(40, 9)}
NAMED = {"person": MANY, "named": np.full(40, 2), "by_caseworker": np.full(40, 2), "by_both": np.full(40, 1)}
FIRST_GOALS = {"person": MANY, "days": np.full(40, 3), "became": np.full(40, "goal")}
PLACED = {"person": MANY, "start": np.full(40, 2.0), "responsible": np.full(40, 3.0)}
STAYS = {"person": MANY, "months": np.full(40, 24.0), "reason": np.full(40, "")}


def with_one(table: Columns, name: str, value: Any) -> Columns:
    """The table with another value in row 6."""
    column = np.array(table[name])
    column[5] = value
    return {**table, name: column}


def asked_for_trust(table: Any = TABLE, **more: Any) -> Any:
    return trust(table, "score", "exposed", **more)


def asked_for_barriers(table: Any) -> Any:
    return own_barriers(TABLE, "score", "exposed", people=table)


def asked_for_placements(table: Any) -> Any:
    return responsibility(TABLE, "score", placements=table, stays=STAYS)


def asked_for_stays(table: Any) -> Any:
    return responsibility(TABLE, "score", placements=PLACED, stays=table)


CASES: list[tuple[Callable[[Any], Any], Columns, type[errors.BadInput], str, str]] = [
    (
        lambda table: asked_for_trust(people=table),
        with_one(COUNTED, "main_days", 10),
        errors.OffTheScale,
        "main_days",
        "10 is more than column 'enrolled_days' has, 9",
    ),
    (
        lambda table: asked_for_trust(people=table),
        with_one(COUNTED, "person", 4),
        errors.DuplicatedOccasion,
        "person",
        "the person has two rows, and should have one",
    ),
    (
        lambda table: own_goals(TABLE, "score", "exposed", first_goals=table),
        with_one(FIRST_GOALS, "days", -1),
        errors.NegativeDuration,
        "days",
        "it is before the beginning",
    ),
    (
        asked_for_barriers,
        with_one(NAMED, "by_both", 3),
        errors.OffTheScale,
        "by_both",
        "more are named by both than column 'named' has",
    ),
    (
        asked_for_trust,
        with_one(TABLE, "exposed", 1 - TABLE["exposed"][5]),
        errors.ChangesWithin,
        "exposed",
        "it changes within a person; if it may, say lagged=True",
    ),
    (
        asked_for_trust,
        with_one(TABLE, "months", 3),
        errors.DuplicatedOccasion,
        "months",
        "the person has two rows at 3",
    ),
    (
        asked_for_placements,
        with_one(PLACED, "person", 99),
        errors.BadInput,
        "person",
        "99 has no row among the stays",
    ),
    (
        asked_for_placements,
        with_one(PLACED, "start", np.nan),
        errors.OffTheScale,
        "start",
        "a placement needs its beginning",
    ),
    (
        asked_for_placements,
        with_one(PLACED, "responsible", 25),
        errors.OffTheScale,
        "responsible",
        "the responsibility is after she left",
    ),
    (
        asked_for_stays,
        with_one(STAYS, "months", np.nan),
        errors.OffTheScale,
        "months",
        "a stay needs its length so far",
    ),
    (
        lambda table: growth(table, "score", "months", "person", ["exposed"]),
        with_one(TABLE, "exposed", 1 - TABLE["exposed"][5]),
        errors.ChangesWithin,
        "exposed",
        "it changes within a person; if it may, name it among time_varying",
    ),
]


@pytest.mark.parametrize(
    ("ask", "table", "kind", "column", "words"), CASES, ids=[f"{one[3]}: {one[4]}" for one in CASES]
)
def test_a_row_is_named_where_rows_have_numbers_and_only_there(
    ask: Callable[[Any], Any],
    table: Columns,
    kind: type[errors.BadInput],
    column: str,
    words: str,
    tmp_path: Path,
) -> None:
    pq.write_table(pa.table(table), tmp_path / "rows.parquet")
    numbered = file(tmp_path / "rows.parquet")
    said = []
    for engine in (numbered, replace(numbered, numbered=False)):
        with pytest.raises(kind) as refused:
            ask(engine)
        said.append((str(refused.value), refused.value.column, refused.value.row))
    (_, _, row), _ = said
    assert row is not None
    assert said == [
        (f"Column {column!r}, row {row}: {words}.", column, row),
        (f"Column {column!r}, a row: {words}.", column, None),
    ]
