"""A table that does not fit in the memory it may use is computed on all the same, and gives the same digits."""

from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from progression import errors
from progression.mixed import growth
from progression.sources import file

PEOPLE = 150_000
LITTLE = "24MB"


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two occasions each of many made-up people: their sums alone take more than may be held."""
    random = np.random.default_rng(3)
    person = np.tile(random.permutation(PEOPLE), 2)
    table = {"person": person, "months": np.repeat([0, 7], PEOPLE) + person % 30, "age": person % 50 + 20}
    table["score"] = random.integers(0, 11, 2 * PEOPLE)
    path = tmp_path_factory.mktemp("many") / "rows.parquet"
    pq.write_table(pa.table(table), path)
    return path


def test_what_does_not_fit_goes_to_the_folder_and_the_digits_are_the_same(rows: Path, tmp_path: Path) -> None:
    asked = ("score", "months", "person", ["age"])
    fits = growth(rows, *asked, slope=False)
    spilled = growth(file(rows, memory=LITTLE, folder=tmp_path / "spill", threads=1), *asked, slope=False)
    assert spilled == fits
    assert fits.n_persons == PEOPLE
    # Without a place to put it the same question cannot be answered: so it was put there.
    with pytest.raises(errors.NoRoom, match="allowed too little memory for this: allow more, or name a folder"):
        growth(file(rows, memory=LITTLE, folder="", threads=1), *asked, slope=False)


def test_a_relation_keeps_the_limits_of_its_own_connection(rows: Path, tmp_path: Path) -> None:
    little: dict[str, Any] = {"memory_limit": LITTLE, "threads": "1", "temp_directory": ""}
    with duckdb.connect(":memory:", config=little) as connection:
        relation = connection.read_parquet(str(rows))
        with pytest.raises(errors.NoRoom):
            growth(relation, "score", "months", "person", slope=False)
        connection.execute(f"SET temp_directory = '{tmp_path}'")
        assert growth(relation, "score", "months", "person", slope=False).n_persons == PEOPLE
