"""Tables of every kind give the same numbers, and bad ones one sentence that names column and row."""

import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import ibis
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from progression import errors
from progression.flows import cumulative_incidence
from progression.mixed import GrowthFit, growth
from progression.regression import ols
from progression.sources import read
from tests.progression.alike import differing, gaps
from tests.progression.expected import GROWTH, columns
from tests.progression.public import TABLES

# ibis 12 calls what DuckDB 2 deprecates; we do not.
pytestmark = pytest.mark.filterwarnings("ignore:fetch_arrow_table")
CONNECTION = duckdb.connect()
SMALL = {
    "person": [1, 1, 2, 2, 3, 3],
    "months": [0, 3, 0, 6, 1, 2],
    "score": [2, 4, 3, 7, 5, 5],
    "trust": [1, 1, 4, 4, 2, 2],
}


def as_parquet(table: pa.Table, folder: Path) -> Path:
    pq.write_table(table, folder / "rows.parquet")
    return folder / "rows.parquet"


def as_csv(table: Any, folder: Path) -> str:
    pd.DataFrame(table if isinstance(table, dict) else table.to_pydict()).to_csv(
        folder / "rows.csv", index=False, sep=";"
    )
    return str(folder / "rows.csv")


KINDS: dict[str, Callable[[pa.Table, Path], Any]] = {
    "arrow": lambda table, folder: table,
    "batches": lambda table, folder: table.to_reader(),
    "pandas": lambda table, folder: table.to_pandas(),
    "parquet": as_parquet,
    "csv": as_csv,
    "duckdb": lambda table, folder: CONNECTION.from_arrow(table),
    "ibis": lambda table, folder: ibis.duckdb.connect().create_table("some_people", table),
    "ibis memory": lambda table, folder: ibis.memtable(table),
}


def fitted(table: Any) -> GrowthFit:
    return growth(table, "score", "months", "person", ["trust", "age"], ["work"])


@pytest.fixture(scope="module")
def plain() -> dict[str, list[Any]]:
    """The made-up people, one of them without trust on a row and one without a person."""
    found = columns("growth.csv")
    found["trust"][4], found["person"][11] = None, None
    return found


@pytest.fixture(scope="module")
def whole(plain: dict[str, list[Any]]) -> GrowthFit:
    return fitted(plain)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_table_gives_the_same_fit_to_the_last_digit(
    kind: str, plain: dict[str, list[Any]], whole: GrowthFit, tmp_path: Path
) -> None:
    table = pa.table(plain)
    assert fitted(KINDS[kind](table, tmp_path)) == whole
    assert (whole.missing.rows, whole.missing.left_out) == (len(plain["person"]), 2)
    assert whole.missing.by_column == {"trust": 1, "person": 1}


@pytest.mark.parametrize("name", TABLES)
def test_an_engine_and_plain_columns_give_every_function_the_same_to_the_last_bit(name: str) -> None:
    """Sums and counts of the engine, or rows in numpy: two ways, one number."""
    table = gaps(60)
    ours, theirs = (TABLES[name].ask(one) for one in (table, pa.table(table)))
    assert differing(ours, theirs) == []


def test_levels_come_from_the_engine_and_from_the_rows_alike(plain: dict[str, list[Any]], tmp_path: Path) -> None:
    """By text and by number, some missing; and one who is in two places is told by her row."""
    places = [None if row % 50 == 7 else name for row, name in enumerate(plain["municipality"])]
    by_name = {**plain, "municipality": places}
    by_number = {**plain, "municipality": [None if name is None else ord(name) for name in places]}
    fits = [
        growth(table, "score", "months", "person", ["age"], municipality="municipality")
        for table in (by_name, pa.table(by_name), as_csv(by_name, tmp_path), pa.table(by_number), by_number)
    ]
    assert all(fit == fits[0] for fit in fits)
    assert fits[0].missing.by_column["municipality"] == places.count(None)
    for table in (moved := {**plain, "municipality": ["x", *plain["municipality"][1:]]}, pa.table(moved)):
        with pytest.raises(errors.ChangesWithin, match="Column 'municipality', row 2: it changes within a person"):
            growth(table, "score", "months", "person", municipality="municipality")


@pytest.mark.parametrize("kind", KINDS)
def test_text_is_read_as_groups_alike(kind: str, plain: dict[str, list[Any]], tmp_path: Path) -> None:
    found = ols(KINDS[kind](pa.table(plain), tmp_path), "score", ["months"], cluster="municipality", errors="CR2")
    assert found == ols(plain, "score", ["months"], cluster="municipality", errors="CR2")
    assert found.n_clusters == 9


def test_the_order_of_the_rows_and_the_names_of_the_people_change_nothing(plain: dict[str, list[Any]]) -> None:
    order = np.random.default_rng(5).permutation(len(plain["person"])).tolist()
    mixed = {name: [column[row] for row in order] for name, column in plain.items()}
    mixed["person"] = [None if who is None else f"p{1000 - who}" for who in mixed["person"]]
    assert fitted(mixed) == fitted(plain) == fitted(pa.table(mixed))


def test_numbers_that_are_not_whole_are_added_in_one_order_by_every_engine(plain: dict[str, list[Any]]) -> None:
    tenths = {**plain, "score": [score / 10 for score in plain["score"]], "age": [age / 7 for age in plain["age"]]}
    order = np.random.default_rng(6).permutation(len(plain["person"])).tolist()
    mixed = {name: [column[row] for row in order] for name, column in tenths.items()}
    assert fitted(tenths) == fitted(pa.table(mixed)) == fitted(pd.DataFrame(mixed))


def test_missing_is_none_nan_and_what_pandas_calls_missing() -> None:
    for empty in (None, float("nan"), np.nan, pd.NA, pd.NaT):
        assert read({"a": [1, empty, 3], "b": [1, 2, 3]}, numbers=["a", "b"]).at.tolist() == [1, 3]
    masked = np.ma.masked_array([1, 2, 3], [False, True, False])
    nullable = pd.DataFrame({"a": pd.array([1, None, 3], dtype="Int64")})
    for table in ({"a": masked}, nullable, pa.table({"a": [1.0, None, float("nan")]})):
        assert read(table, numbers=["a"]).missing.by_column["a"] in (1, 2)
    assert read({"a": [Decimal("1.5"), np.int8(2), 3.0]}, numbers=["a"]).numbers["a"].tolist() == [1.5, 2, 3]


def test_what_is_no_column_is_told() -> None:
    for strange in ("abc", 7, np.ones((2, 2)), (value for value in (1, 2))):
        with pytest.raises(errors.BadInput, match=r"Column 'a' is a .*, not one value a row"):
            read({"a": strange}, numbers=["a"])
    assert ols(SMALL, "score", "trust") == ols(SMALL, "score", ["trust"])


def bad(**changes: list[Any]) -> dict[str, list[Any]]:
    return {**SMALL, **changes}


BAD: dict[str, tuple[Any, type[errors.BadInput], str]] = {
    "text": (
        bad(score=[2, 4, "7 b", 7, 5, 5]),
        errors.NotANumber,
        r"^Column 'score', row 3: '7 b' is not a number\.$",
    ),
    "truth among numbers": (
        bad(score=[2, 4, 3, True, 5, 5]),
        errors.NotANumber,
        r"^Column 'score', row 4: True is not a number\.$",
    ),
    "infinity": (bad(score=[2, 4, 3, 7, 5, float("inf")]), errors.NotANumber, "^Column 'score', row 6: inf is not"),
    "mixed names": (
        bad(person=[1, 1, "2", 2, 3, 3]),
        errors.NotANumber,
        "'person' mixes types: int in row 1, str in",
    ),
    "uneven": (bad(trust=[1, 1, 4]), errors.BadInput, "^Column 'trust' has 3 rows, but column 'months' has 6"),
    "twice": (
        bad(months=[0, 0, 0, 6, 1, 2]),
        errors.DuplicatedOccasion,
        "^Column 'months', row 2: the person has two",
    ),
    "changing": (
        bad(trust=[1, 1, 4, 4, 2, 3]),
        errors.ChangesWithin,
        "^Column 'trust', row 6: it changes within a person",
    ),
    "constant": (
        bad(trust=[4] * 6),
        errors.NotSeparable,
        "^Column 'trust' says nothing that the columns before it do",
    ),
    "all missing": (bad(score=[None] * 6), errors.TooFew, "^Of 6 rows 0 are complete"),
}


# A column of Arrow has one type and one length; a CSV file holds text, so a name may be any and a truth is none.
ONLY_PLAIN = {"mixed names", "uneven", "truth among numbers"}
CASES = [(case, "plain") for case in BAD]
CASES += [(case, kind) for case in BAD if case not in ONLY_PLAIN for kind in ("csv", "arrow")]
CASES.remove(("text", "arrow"))


@pytest.mark.parametrize(("case", "kind"), CASES)
def test_a_bad_table_is_told_in_one_sentence_with_column_and_row(case: str, kind: str, tmp_path: Path) -> None:
    table, refusal, sentence = BAD[case]
    if kind != "plain":
        table = as_csv(table, tmp_path) if kind == "csv" else pa.table(table)
    with pytest.raises(refusal, match=sentence) as said:
        growth(table, "score", "months", "person", ["trust"], slope=False)
    assert said.value.__cause__ is None


def test_a_wrong_name_is_told_with_the_right_ones() -> None:
    for table in (SMALL, pd.DataFrame(SMALL), pa.table(SMALL)):
        with pytest.raises(
            errors.UnknownColumn, match=r"no column 'sorce'; it has 'person', 'months', 'score', 'trus"
        ):
            growth(table, "sorce", "months", "person")
    with pytest.raises(errors.UnknownColumn, match="the column 'a' twice"):
        read(pd.DataFrame([[1, 2]], columns=["a", "a"]), numbers=["a"])
    with pytest.raises(errors.UnknownTable, match="A int is no table"):
        read(7, numbers=["a"])


def test_text_and_days_in_a_typed_column_are_no_numbers() -> None:
    table = pa.table({"a": ["x", "y"], "b": pd.to_datetime(["2015-01-01", "2015-02-01"])})
    with pytest.raises(errors.NotANumber, match="Column 'a', row 1: 'x' is not a number"):
        read(table, numbers=["a"])
    with pytest.raises(errors.NotANumber, match="Column 'b', row 1: '2015-01-01"):
        read(table, numbers=["b"])


def test_a_file_cut_in_the_middle_says_so(tmp_path: Path) -> None:
    whole = as_parquet(pa.table(SMALL), tmp_path).read_bytes()
    cut = tmp_path / "cut.parquet"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(errors.BrokenFile, match=r"^The file 'cut.parquet' cannot be read to its end"):
        fitted(cut)
    text = GROWTH.read_text("utf-8").splitlines()
    (tmp_path / "cut.csv").write_text("\n".join([*text[:40], text[40][:9]]), "utf-8")
    with pytest.raises(errors.BrokenFile, match=r"^The file 'cut.csv' cannot be read to its end in line 41"):
        fitted(tmp_path / "cut.csv")
    with pytest.raises(errors.BrokenFile, match=r"^There is no file 'none.csv'"):
        fitted(tmp_path / "none.csv")
    with pytest.raises(errors.UnknownTable, match="neither Parquet nor CSV"):
        fitted(Path(__file__))


def test_a_value_off_the_scale_and_a_stay_before_its_beginning_are_told_with_their_row() -> None:
    with pytest.raises(errors.OffTheScale, match=r"^Column 'score', row 4: 7 is above 5"):
        read(SMALL, numbers=["score"], limits={"score": (0, 5)})
    stays = {"months": [3, -1], "reason": ["job", None]}
    with pytest.raises(errors.NegativeDuration, match=r"^Column 'months', row 2: -1 is before the beginning") as said:
        cumulative_incidence(stays, "months", "reason")
    assert (said.value.column, said.value.row) == ("months", 2)
    with pytest.raises(errors.EmptyGroup, match="no duration to compute on"):
        cumulative_incidence({"months": [None], "reason": ["job"]}, "months", "reason")


def test_more_covariates_than_rows_are_refused() -> None:
    table = {"y": [1, 2, 4], **{name: [place, 2, 5 - place] for place, name in enumerate("abc")}}
    with pytest.raises(errors.TooFew, match="3 complete rows are too few for 4 effects"):
        ols(table, "y", ["a", "b", "c"])


def test_a_package_that_is_not_there_is_named_and_plain_columns_need_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("duckdb", "pyarrow", "ibis"):
        monkeypatch.setitem(sys.modules, name, None)
    assert fitted(columns("growth.csv")).converged
    with pytest.raises(errors.MissingPackage, match=r"A file needs duckdb: install the set stats"):
        read(GROWTH, numbers=["score"])
