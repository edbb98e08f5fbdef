"""Records of safe tables: kept as plain values, read back as they were."""

import json
from datetime import date

import pytest

from progression.disclosure import (
    WITHHELD,
    Dimension,
    Frame,
    Merge,
    SafeTable,
    Table,
    from_record,
    protect,
    to_record,
)

PLACES = Dimension.of("municipality", ["Aalborg", "Norddjurs", "Sønderborg"], place=True)
GROUPS = Dimension.of("group", ["a", "b", "c"])
SAFE = protect(
    [Table(Frame("people", (PLACES, GROUPS), date(2016, 3, 31)), (14, 3, 20, 15, 9, 30, 25, 2, 14))],
    [Merge("group", "a+b", ("a", "b"))],
).only


def test_a_kept_release_is_read_back_as_it_was() -> None:
    record = json.loads(json.dumps(to_record(SAFE)))
    assert from_record(record) == SAFE
    assert record["until"] == "2016-03-31"
    assert record["dimensions"][0]["place"] is True


def test_a_withheld_cell_stays_withheld_and_is_no_number_on_the_way() -> None:
    table = SafeTable(Frame("people", (GROUPS,)), (WITHHELD, WITHHELD, 40, 50))
    assert to_record(table)["cells"] == ["withheld", "withheld", 40, 50]
    assert from_record(to_record(table)).shown("a") is WITHHELD


@pytest.mark.parametrize(
    ("part", "wrong", "sentence"),
    [
        ("cells", [3, 5, 5, 15], "multiples of 5"),
        ("cells", ["hidden", 5, 5, 15], "cannot show 'hidden'"),
        ("cells", [True, 5, 5, 15], "cannot show True"),
        ("cells", [5, 5], "has 4 cells, but got 2"),
        ("dimensions", None, "The dimensions must come one after another, not as None"),
        ("until", "spring", "'spring' is no date"),
    ],
)
def test_what_is_no_safe_table_is_refused(part: str, wrong: object, sentence: str) -> None:
    table = SafeTable(Frame("people", (GROUPS,)), (5, 5, 5, 15))
    assert from_record(to_record(table)) == table
    with pytest.raises(ValueError, match=sentence):
        from_record({**to_record(table), part: wrong})
    with pytest.raises(ValueError, match=f"no record of a safe table: '{part}'"):
        from_record({name: value for name, value in to_record(table).items() if name != part})
