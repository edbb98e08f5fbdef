"""Tables of people: what they hold, and what a safe one says of them."""

from datetime import date
from fractions import Fraction

import pytest

from progression.disclosure import (
    WITHHELD,
    Category,
    Dimension,
    Frame,
    SafeTable,
    Table,
    rounded,
    tabulate,
)

SEX = Dimension.of("sex", ["woman", "man"])
REASON = Dimension.of("reason", ["job", "other"])
PLACE = Dimension.of("municipality", ["Aalborg", "Norddjurs"], place=True)
EXITS = Frame("exits", (SEX, REASON))


def test_people_are_counted_into_a_table_with_its_totals() -> None:
    table = tabulate(EXITS, {"sex": ["man", "woman", "man", "man"], "reason": ["job", "job", "other", "job"]})
    assert table.counts == (1, 0, 2, 1)
    assert table.extended.tolist() == [[1, 0, 1], [2, 1, 3], [3, 1, 4]]


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"sex": ["man"]}, r"needs the columns \['sex', 'reason'\], but got \['sex'\]"),
        ({"sex": ["man"], "reason": []}, "must have the same length"),
        ({"sex": ["man"], "reason": ["death"]}, "Column 'reason', row 1: 'death' is not a category"),
    ],
)
def test_columns_that_do_not_fit_the_frame_are_refused(columns: dict[str, list[str]], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        tabulate(EXITS, columns)


def test_a_table_fills_its_frame_with_people() -> None:
    assert Table(EXITS, (1, 2, 3, 4)).inner.tolist() == [[1, 2], [3, 4]]
    with pytest.raises(ValueError, match="has 4 cells, but 3 counts"):
        Table(EXITS, (1, 2, 3))
    with pytest.raises(ValueError, match="Count 4 of people: -1 is below 0"):
        Table(EXITS, (1, 2, 3, -1))


def test_frames_have_few_dimensions_each_once_with_each_category_once() -> None:
    third, fourth = Dimension.of("age", ["young"]), Dimension.of("area", ["health"])
    assert len(Frame("exits", (SEX, REASON, third)).keys) == 3 * 3 * 2
    with pytest.raises(ValueError, match="one to three dimensions, not 4"):
        Frame("exits", (SEX, REASON, third, fourth))
    with pytest.raises(ValueError, match="one to three dimensions, not 0"):
        Frame("exits", ())
    with pytest.raises(ValueError, match="The dimension 'sex' was given twice"):
        Frame("exits", (SEX, SEX))
    with pytest.raises(ValueError, match="The category of 'sex' 'man' was given twice"):
        Dimension.of("sex", ["man", "man"])
    with pytest.raises(ValueError, match="'sex' has no categories"):
        Dimension.of("sex", [])


def test_a_municipality_is_crossed_with_one_other_dimension_only() -> None:
    assert Frame("exits", (PLACE, REASON)).keys[-1] == (None, None)
    with pytest.raises(ValueError, match="A place may be crossed with one other dimension only"):
        Frame("exits", (PLACE, REASON, SEX))


def test_the_mark_is_no_number() -> None:
    numbers: list[object] = [*range(-5, 30), 0.0, False, None]
    assert WITHHELD not in numbers
    assert repr(WITHHELD) == "WITHHELD"
    with pytest.raises(TypeError):
        sum([WITHHELD])  # type: ignore[list-item]
    with pytest.raises(TypeError):
        int(WITHHELD)  # type: ignore[call-overload]


@pytest.mark.parametrize(("count", "shown"), [(5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (200, 200), (198, 200)])
def test_counts_are_rounded_to_the_nearest_five(count: int, shown: int) -> None:
    assert rounded(count) == shown


@pytest.mark.parametrize("wrong", [0, 3, 7, -5])
def test_a_safe_table_shows_nothing_but_multiples_of_five_and_the_mark(wrong: int) -> None:
    frame = Frame("exits", (SEX,))
    assert SafeTable(frame, (WITHHELD, 5, 25)).shown("man") == 5
    with pytest.raises(ValueError, match="multiples of 5 from 5 up, or the mark"):
        SafeTable(frame, (wrong, 5, 25))
    with pytest.raises(ValueError, match="has 3 cells, but got 2"):
        SafeTable(frame, (5, 5))


def test_cells_are_asked_for_by_name() -> None:
    table = SafeTable(EXITS, (5, 10, 15, 10, 20, 30, 15, 30, 45))
    assert table.shown("man", "job") == 10
    assert table.shown("man", None) == 30
    assert table.shown(None, None) == 45
    with pytest.raises(ValueError, match=r"no cell \('man', 'death'\)"):
        table.shown("man", "death")
    with pytest.raises(ValueError, match=r"no cell \('man',\)"):
        table.shown("man")


@pytest.mark.requirement("R219")
def test_shares_come_from_rounded_counts_of_surely_twenty_people() -> None:
    table = SafeTable(EXITS, (5, 15, 20, 10, WITHHELD, 30, 15, WITHHELD, 50))
    assert table.share("man", "job", of=("man", None)) == Fraction(1, 3)
    assert table.share("man", None, of=(None, None)) == Fraction(3, 5)
    assert table.share("woman", "job", of=("woman", None)) is WITHHELD  # 20 may be 18
    assert table.share("man", "other", of=("man", None)) is WITHHELD
    assert table.share("woman", "other", of=(None, "other")) is WITHHELD
    with pytest.raises(ValueError, match="does not hold"):
        table.share("man", "job", of=("woman", None))


@pytest.mark.requirement("R219")
def test_means_come_from_rounded_counts_of_surely_twenty_people() -> None:
    frame = Frame("ratings", (Dimension.of("trust", ["low", "high"]),))
    scores = {"low": 2, "high": 9}
    assert SafeTable(frame, (10, 25, 35)).mean(scores) == Fraction(7)
    assert SafeTable(frame, (10, 10, 20)).mean(scores) is WITHHELD
    assert SafeTable(frame, (WITHHELD, 25, 35)).mean(scores) is WITHHELD
    with pytest.raises(ValueError, match="one score for each category"):
        SafeTable(frame, (10, 25, 35)).mean({"low": 2})
    with pytest.raises(ValueError, match="a table with one dimension"):
        SafeTable(EXITS, (5, 10, 15, 10, 20, 30, 15, 30, 45)).mean(scores)


def test_a_table_answers_its_question_merged_or_not_and_no_coarser_one() -> None:
    assert EXITS.answers(Frame("exits", (SEX, REASON)))
    assert not EXITS.answers(Frame("exits", (SEX,)))
    assert not EXITS.answers(Frame("exits", (SEX, REASON), until=date(2016, 3, 31)))
    country = Dimension("municipality", (Category("all", frozenset({"Aalborg", "Norddjurs"})),), place=True)
    assert Frame("exits", (country,)).answers(Frame("exits", (PLACE,)))
    assert not Frame("exits", (PLACE,)).answers(Frame("exits", (country,)))
