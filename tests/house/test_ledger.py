"""The ledger: marks name rows that exist, and a row that was shown once stays shown."""

import re

import pytest

from tools import ledger

pytestmark = pytest.mark.once


def test_the_ledger_has_rows_1_to_226_each_once() -> None:
    text = (ledger.ROOT / "docs" / "requirements.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| R(\d+) \|", text, re.MULTILINE) == [str(number) for number in range(1, 227)]


def test_every_mark_names_a_row_of_the_ledger() -> None:
    known = ledger.rows()
    assert [mark for mark in ledger.shown() if mark.row not in known] == []


def test_a_marked_test_says_in_its_name_what_it_asserts() -> None:
    short = [mark for mark in ledger.shown() if len(mark.test.split("::")[1].removeprefix("test_").split("_")) < 4]
    assert short == []


def test_no_row_that_was_shown_is_lost_and_none_reads_otherwise_since() -> None:
    assert ledger.stale() == []


def test_every_row_that_is_shown_is_written_down() -> None:
    """Run `make ledger` after a new row is shown."""
    assert ledger.written() == ledger.listed()


def test_a_row_that_loses_its_mark_or_changes_its_words_is_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = ledger.listed()
    row, other = list(kept)[:2]
    monkeypatch.setattr(ledger, "written", lambda: {**kept, row: "0" * 12, "R999": kept[other]})
    assert ledger.stale() == [row, "R999"]
