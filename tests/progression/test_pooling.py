"""The sums of a growth model, added up by the engine or of rows in memory: the same digits, whatever stands there."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from progression.mixed import GrowthFit, growth
from progression.mixed.asked import Question, pool_of
from progression.mixed.sums import Roles
from progression.sources import Engine, opened
from tests.progression.public import people

ROLES = Roles("score", "months", "person", ("age", "local"), ("sleep",))


def _table(spread: int = 1) -> dict[str, Any]:
    """Made-up people, some answers of whom are missing; months may lie far apart and before the beginning."""
    found: dict[str, Any] = dict(people(60))
    found["months"] = [spread * (month - 4) for month in found["months"]]
    found["local"] = np.array([person % 3 == 0 for person in found["person"]])
    found["sleep"] = [None if row % 11 == 5 else value for row, value in enumerate(found["sleep"])]
    found["age"] = [age - 40 for age in found["age"]]
    return found


def _fitted(table: Any) -> GrowthFit:
    return growth(table, "score", "months", "person", ["age", "local"], ["sleep"])


def _asked(table: Mapping[str, Any]) -> Question:
    engine = opened(pa.table(dict(table)))
    assert isinstance(engine, Engine)
    return Question(engine, ROLES)


def test_an_engine_pools_to_the_last_digit_what_rows_in_memory_say() -> None:
    """Amina's months count from before she began, Bo left answers out: both ways see the same."""
    table = _table()
    assert pool_of(_asked(table)) is not None
    assert _fitted(pa.table(table)) == _fitted(table)


def test_whole_numbers_that_stand_as_floats_are_added_as_whole_ones() -> None:
    """A table of another program writes every number with a point."""
    table = _table()
    floats = {
        name: [None if one is None else float(one) for one in table[name]] for name in ("age", "sleep", "score")
    }
    assert pool_of(_asked(table | floats)) is not None
    assert _fitted(pa.table(table | floats)) == _fitted(table)


def test_a_person_who_is_no_number_is_nobody() -> None:
    """nan stands where another program had nothing: those rows are left out by both."""
    table = _table()
    table["person"] = [float("nan") if row in (3, 40) else float(one) for row, one in enumerate(table["person"])]
    asked = _fitted(pa.table(table))
    assert asked == _fitted(table)
    assert asked.missing.by_column["person"] == 2


def test_sums_that_would_not_fit_are_made_of_each_person() -> None:
    """Times thousands of days apart make products that 64 bits might not hold; nothing is lost."""
    table = _table(spread=7_000)
    assert pool_of(_asked(table)) is None
    assert _fitted(pa.table(table)) == _fitted(table)


def test_whatever_order_the_rows_have_the_pool_is_one() -> None:
    """Rows are shuffled; a million of the country need no order either."""
    table = pa.table(_table())
    expected = _fitted(table)
    for seed in range(3):
        shuffled = table.take(np.random.default_rng(seed).permutation(table.num_rows))
        assert _fitted(shuffled) == expected


@pytest.mark.parametrize("missing", ["person", "months", "score", "age"])
def test_a_row_with_anything_missing_is_left_out_by_both(missing: str) -> None:
    """A row without a name, a month, an answer or an age counts in neither, and both say so."""
    table = _table()
    table[missing] = [None if row in (3, 40) else value for row, value in enumerate(table[missing])]
    asked = _fitted(pa.table(table))
    assert asked == _fitted(table)
    assert asked.missing.by_column[missing] == 2
