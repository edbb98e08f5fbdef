"""Spark and DuckDB are asked the same questions of the same file, and every number is compared."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from progression import errors
from progression.associations import clusters
from progression.mixed import growth
from progression.regression import ols
from progression.sources import file
from tests.progression.alike import differing, gaps, near, same
from tests.progression.public import ITEMS, TABLES, Asked

# A row of Spark has no number, so no kind finds its row again: refused, see below.
BY_ROW = "associations.cluster_profiles"
# Residuals and chances are no whole numbers, and their sums are rounded in the order in which the rows come.
IN_ORDER = {"regression.ols", "regression.logit", "flows.cox"}
COMPARED = {name: asked for name, asked in TABLES.items() if name != BY_ROW}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("rows") / "rows.parquet"
    pq.write_table(pa.table(gaps(300)), place)
    return place


@pytest.fixture(scope="module")
def on_spark(spark: Any, path: Path) -> Any:
    return spark.read_parquet(str(path))


@pytest.fixture(scope="module")
def on_duckdb(path: Path) -> Any:
    """DuckDB, asked as one asks an engine whose rows have no order."""
    return replace(file(path), numbered=False)


@pytest.mark.parametrize("name", COMPARED)
def test_spark_and_duckdb_give_the_same_numbers_to_the_last_bit(name: str, on_spark: Any, on_duckdb: Any) -> None:
    assert differing(COMPARED[name].ask(on_spark), COMPARED[name].ask(on_duckdb)) == []


@pytest.mark.parametrize("name", [name for name in COMPARED if not name.startswith("sources.")])
def test_a_file_in_its_own_order_gives_them_too(name: str, on_spark: Any, path: Path) -> None:
    asked = COMPARED[name]
    ours, theirs = (_without_rows(asked.ask(table)) for table in (path, on_spark))
    assert differing(ours, theirs, near if name in IN_ORDER else same) == []


def _without_rows(result: Any) -> Any:
    """The kinds of the rows come in the order of the rows; how many of each there are does not."""
    if type(result).__name__ != "Kinds":
        return result
    return replace(result, kind=np.bincount(result.kind), at=np.array([0]))


GROWTH: Mapping[str, Asked] = {
    "in the engine": Asked(lambda table: growth(table, "score", "months", "person", ["age"], ["hope"])),
    "with levels": Asked(lambda table: growth(table, "score", "months", "person", ["age"], municipality="place")),
    "not whole": Asked(lambda table: growth(table, "tenths", "months", "person", ["age"])),
    "without a pace": Asked(lambda table: growth(table, "score", "months", "person", slope=False, reml=False)),
}


@pytest.mark.parametrize("name", GROWTH)
def test_the_growth_model_is_the_same_to_the_last_bit_however_it_is_read(
    name: str, on_spark: Any, path: Path
) -> None:
    ours, theirs = (GROWTH[name].ask(table) for table in (path, on_spark))
    assert differing(ours, theirs) == []
    assert ours.missing.left_out > 0


def test_asked_twice_spark_says_the_same(on_spark: Any) -> None:
    for name in ("mixed.growth", "regression.ols", "flows.cox", "change.paired"):
        once, again = (COMPARED[name].ask(on_spark) for _ in range(2))
        assert differing(once, again) == []


def test_what_is_wrong_is_told_without_a_row_where_rows_have_no_number(spark: Any, path: Path, on_spark: Any) -> None:
    with pytest.raises(errors.UnknownColumn, match="no column 'sorce'; it has 'person'"):
        growth(on_spark, "sorce", "months", "person")
    with pytest.raises(errors.NotANumber, match=r"^Column 'state', a row: '(home|trial|job)' is not a number"):
        ols(on_spark, "state", ["age"])
    twice = gaps(300)
    twice["months"][1] = twice["months"][0]
    pq.write_table(pa.table(twice), path.with_name("twice.parquet"))
    with pytest.raises(
        errors.DuplicatedOccasion, match=r"^Column 'months', a row: the person has two rows at one time"
    ):
        growth(spark.read_parquet(str(path.with_name("twice.parquet"))), "score", "months", "person")
    with pytest.raises(errors.BadInput, match="no row finds its kind again"):
        TABLES[BY_ROW].ask(on_spark)
    assert clusters(on_spark, ITEMS, 2).at.tolist() == [0] * clusters(on_spark, ITEMS, 2).n
    cut = path.with_name("cut.parquet")
    cut.write_bytes(path.read_bytes())
    table = spark.read_parquet(str(cut))
    cut.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(errors.BadInput, match=r"^The engine pyspark could not read the table"):
        growth(table, "score", "months", "person")
