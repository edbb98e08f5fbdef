"""Every public function on bad data: one clear sentence that names column and row, and nothing from below."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from progression import change, continuity, errors, flows, ratings, sources, trajectories
from tests.progression.handed import BAD, HANDED, MADE, SAID, Ask
from tests.progression.public import TABLES, Asked, functions, people

# What computes on the figures of a result, or on columns already read.
INSIDE = {
    *("hypotheses.family", "hypotheses.shifted"),
    *("multiplicity.adjusted", "multiplicity.benjamini_hochberg", "multiplicity.holm"),
    *("associations.silhouette", "results.arrow_table", "results.estimate", "results.estimates_table"),
    *("results.package", "results.two_sided", "results.wide"),
    *("errors.before_the_beginning", "errors.not_a_number", "errors.placed", "errors.refuse_no_day"),
    *("errors.unknown_column", "sources.complete", "sources.file", "sources.first_row", "sources.kept"),
    *("sources.names_of", "sources.opened", "sources.stack"),
}
DAY = date(2015, 1, 10)
SEQUENCES: dict[str, tuple[Callable[[], Any], str]] = {
    "ratings.validate": (lambda: ratings.validate([7, 11]), "Row 2: 11 is not a whole number from 0 to 10"),
    "ratings.summarise": (lambda: ratings.summarise([7, "8"]), "Row 2: '8' is not a whole number"),  # type: ignore[list-item]
    "change.reliable_change": (
        lambda: change.reliable_change("3", 4, sd=1, reliability=0.8),  # type: ignore[arg-type]
        "Column 'before', a row: '3' is not a number",
    ),
    "trajectories.trajectory": (
        lambda: trajectories.trajectory([DAY, DAY], [3, "4"]),  # type: ignore[list-item]
        "Column 'value', row 2: '4' is not a number",
    ),
    "trajectories.area": (lambda: trajectories.area({}), "An area needs at least one item"),
    "trajectories.change_over": (
        lambda: trajectories.change_over([1, 1], ["2015-01-10", "in May"], [3, 4]),
        "Column 'at' holds something that is not a day",
    ),
    "continuity.continuity": (
        lambda: continuity.continuity(["Bo", "Bo"], [DAY, DAY], [None, "May"], DAY, DAY),  # type: ignore[list-item]
        "Column 'stops', row 2: 'May' is not a day",
    ),
    "continuity.together": (
        lambda: continuity.together([continuity.continuity(["Bo"], [DAY], [date(2015, 1, 9)], DAY, DAY)]),
        "Row 1: the stretch ends before it begins",
    ),
    "flows.exits": (lambda: flows.exits(["job", "jbo"], ["job"]), "Row 2: 'jbo' is not among the reasons"),
    "flows.monthly": (
        lambda: flows.monthly([DAY, DAY], [None, date(2015, 1, 9)], DAY, DAY),
        "Row 2: stops on 2015-01-09, before it starts on 2015-01-10",
    ),
    "flows.straight_line": (
        lambda: flows.straight_line(-1, first=DAY, today=DAY, last=DAY),
        "-1 from 2015-01-10 to 2015-01-10 is no count",
    ),
}


def test_a_new_function_must_say_how_it_meets_bad_data() -> None:
    assert functions() == {*TABLES, *SEQUENCES, *HANDED, *INSIDE}


@pytest.mark.parametrize("name", SEQUENCES)
def test_sequences_are_refused_by_row(name: str) -> None:
    ask, sentence = SEQUENCES[name]
    with refused(errors.BadInput, sentence):
        ask()


class refused:
    """The block is refused by this type, in one sentence that comes from nothing below."""

    def __init__(
        self, kind: type[Exception], sentence: str, column: str | None = None, row: int | None = None
    ) -> None:
        self.kind, self.sentence, self.column, self.row = kind, sentence, column, row

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, said: BaseException | None, _traceback: object) -> bool:
        assert said is not None, f"not refused; expected {self.kind.__name__}: {self.sentence}"
        if not isinstance(said, self.kind):
            return False
        words = str(said)
        assert self.sentence in words
        assert re.fullmatch(r"[^\n]+[.?]", words), words
        assert said.__cause__ is None
        assert said.__suppress_context__ or said.__context__ is None
        if self.column or self.row:
            assert (said.column, said.row) == (self.column, self.row)  # type: ignore[attr-defined]
        return True


@pytest.mark.parametrize("name", [*HANDED, *MADE])
def test_what_is_of_another_kind_is_refused_in_one_sentence(name: str) -> None:
    for belongs, ask in {**HANDED, **MADE}[name]:
        for wrong in BAD[belongs]:
            with refused(errors.BadInput, ""):
                ask(wrong)


@pytest.mark.parametrize(("ask", "wrong", "kind", "sentence", "column", "row"), SAID, ids=[one[3] for one in SAID])
def test_what_is_wrong_with_it_is_said_and_where(
    ask: Ask, wrong: Any, kind: type[errors.BadInput], sentence: str, column: str | None, row: int | None
) -> None:
    with refused(kind, sentence, column, row):
        ask(wrong)


@pytest.fixture(scope="module")
def good() -> dict[str, list[Any]]:
    return people()


def changed(table: dict[str, list[Any]], name: str, row: int, value: Any) -> dict[str, list[Any]]:
    """The table with one value, in the row counted from 1, another."""
    return {**table, name: [*table[name][: row - 1], value, *table[name][row:]]}


def as_csv(table: dict[str, list[Any]], folder: Path) -> Path:
    pd.DataFrame({name: pd.array(column, dtype=object) for name, column in table.items()}).to_csv(
        folder / "rows.csv", index=False
    )
    return folder / "rows.csv"


def cases(part: str) -> list[Any]:
    """Each function with each of its columns that are of such a part."""
    found = []
    for name, asked in TABLES.items():
        held = getattr(asked, part)
        columns = (held,) if isinstance(held, str) else held or ()
        found += [pytest.param(asked, column, id=f"{name}-{column}") for column in columns]
    return found


every = pytest.mark.parametrize("asked", TABLES.values(), ids=TABLES)


@every
def test_the_good_table_is_answered(asked: Asked, good: dict[str, list[Any]]) -> None:
    asked.ask(good)


@every
def test_a_column_that_is_not_there_is_named_with_those_that_are(asked: Asked, good: dict[str, list[Any]]) -> None:
    for column in (*asked.numbers, *asked.groups):
        rest = {name: values for name, values in good.items() if name != column}
        for table in (rest, pa.table(rest)):
            with refused(errors.UnknownColumn, f"The table has no column {column!r}; it has '", column):
                asked.ask(table)


@pytest.mark.parametrize(("asked", "column"), cases("numbers"))
def test_text_truths_and_infinity_where_numbers_belong_are_named_by_row(
    asked: Asked, column: str, good: dict[str, list[Any]], tmp_path: Path
) -> None:
    text = changed(good, column, 7, "7 b")
    for table in (text, as_csv(text, tmp_path)):
        with refused(errors.NotANumber, f"Column {column!r}, row 7: '7 b' is not a number.", column, 7):
            asked.ask(table)
    with refused(errors.NotANumber, f"Column {column!r}, row 3: True is not a number.", column, 3):
        asked.ask(changed(good, column, 3, True))
    endless = changed(good, column, 5, float("inf"))
    for table in (endless, pa.table(endless)):
        with refused(errors.NotANumber, f"Column {column!r}, row 5: inf is not a number.", column, 5):
            asked.ask(table)


@pytest.mark.parametrize(("asked", "column"), cases("groups"))
def test_labels_of_two_kinds_are_named_by_row(asked: Asked, column: str, good: dict[str, list[Any]]) -> None:
    other: Any = "x" if isinstance(good[column][0], int) else 7
    with refused(errors.NotANumber, f"Column {column!r} mixes types", column, 9):
        asked.ask(changed(good, column, 9, other))


@pytest.mark.parametrize(("asked", "column"), cases("time"))
def test_two_rows_at_one_time_are_named_by_the_later(asked: Asked, column: str, good: dict[str, list[Any]]) -> None:
    assert good["person"][0] == good["person"][1]
    twice = changed(good, column, 2, good[column][0])
    for table in (twice, pa.table(twice)):
        with refused(errors.DuplicatedOccasion, f"Column {column!r}, row 2: the person has two rows at", column, 2):
            asked.ask(table)


@pytest.mark.parametrize(("asked", "column"), cases("duration"))
def test_a_time_that_runs_backwards_is_named_by_row(asked: Asked, column: str, good: dict[str, list[Any]]) -> None:
    negative = changed(good, column, 4, -2)
    for table in (negative, pa.table(negative)):
        with refused(errors.NegativeDuration, f"Column {column!r}, row 4: -2 is before the beginning.", column, 4):
            asked.ask(table)


@pytest.mark.parametrize(("asked", "column"), cases("emptied"))
def test_a_column_with_nothing_in_it_leaves_nothing_to_compute_on(
    asked: Asked, column: str, good: dict[str, list[Any]], tmp_path: Path
) -> None:
    empty = {**good, column: [None] * len(good[column])}
    for table in (empty, pa.table(empty), as_csv(empty, tmp_path)):
        with refused(errors.TooFew, ""):
            asked.ask(table)


@every
def test_a_table_without_rows_is_refused(asked: Asked, good: dict[str, list[Any]]) -> None:
    if not asked.emptied:
        return
    table = pa.table(good)
    nothing: tuple[Any, ...] = ({name: [] for name in good}, table.slice(0, 0), table.slice(0, 0).to_pandas())
    for none in nothing:
        with refused(errors.TooFew, ""):
            asked.ask(none)


@every
def test_more_effects_than_rows_are_refused(asked: Asked, good: dict[str, list[Any]]) -> None:
    if asked.narrow is None:
        return
    few = {name: column[: asked.narrow] for name, column in good.items()}
    for table in (few, pa.table(few)):
        with refused(errors.BadInput, ""):
            asked.ask(table)


@every
def test_a_file_cut_in_the_middle_says_so(asked: Asked, good: dict[str, list[Any]], tmp_path: Path) -> None:
    pq.write_table(pa.table(good), tmp_path / "cut.parquet")
    whole = (tmp_path / "cut.parquet").read_bytes()
    (tmp_path / "cut.parquet").write_bytes(whole[: len(whole) // 2])
    text = as_csv(good, tmp_path).read_text("utf-8").splitlines()
    (tmp_path / "cut.csv").write_text("\n".join([*text[:40], text[40][:9]]), "utf-8")
    with refused(errors.BrokenFile, "The file 'cut.parquet' cannot be read to its end: is it whole?"):
        asked.ask(tmp_path / "cut.parquet")
    with refused(errors.BrokenFile, "The file 'cut.csv' cannot be read to its end in line 41: is it whole?"):
        asked.ask(tmp_path / "cut.csv")


@every
def test_columns_of_unequal_length_are_named(asked: Asked, good: dict[str, list[Any]]) -> None:
    for column in (*asked.numbers, *asked.groups):
        uneven = {**good, column: good[column][:-1]}
        if len({*asked.numbers, *asked.groups}) > 1:
            with refused(errors.BadInput, f"Column {column!r} has {len(good['person']) - 1} rows, but "):
                asked.ask(uneven)


def test_a_value_off_the_scale_is_named_by_row(good: dict[str, list[Any]]) -> None:
    """Where the scale is known: the limits that `read` is given, and the 0 and 1 of a logit."""
    off = changed(good, "score", 6, 11)
    for table in (off, pa.table(off)):
        with refused(errors.OffTheScale, "Column 'score', row 6: 11 is above 10.", "score", 6):
            sources.read(table, numbers=["score"], limits={"score": (0, 10)})
    with refused(errors.OffTheScale, "Column 'better', row 8: a logit takes 0 and 1 only.", "better", 8):
        TABLES["regression.logit"].ask(changed(good, "better", 8, 2))


def test_an_engine_is_set_up_as_asked_or_says_why_not(good: dict[str, list[Any]], tmp_path: Path) -> None:
    with refused(errors.BadInput, "DuckDB cannot be set up so"):
        sources.file(as_csv(good, tmp_path), memory="lots")
    with refused(errors.BrokenFile, "There is no file 'none.csv'."):
        sources.file(tmp_path / "none.csv")
