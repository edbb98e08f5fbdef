"""Lists as files: what a spreadsheet would run is text in both, and Danish letters, days and nothing else come through."""

import sys
import unicodedata
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from bordenden.foundation.sheets import as_csv, as_xlsx
from progression.formulas import as_text

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
RUN = [
    "=1+1",
    "+45",
    "-x",
    "@a",
    "\ta",
    "\ra",
    "|calc",
    "%a",
    " =1",
    "\u200b=1",
    "\xa0-1",
    "\uff1d1",
    "\ufeff@a",
    "\x85=1",
]


@pytest.mark.parametrize("text", RUN)
def test_what_a_spreadsheet_would_run_is_text(text: str) -> None:
    assert as_text(text) == f"'{text}"
    ((cell,),) = (
        CalamineWorkbook.from_filelike(BytesIO(as_xlsx(["Nummer"], [[text]], at=AT)))
        .get_sheet_by_index(0)
        .to_python()[1:]
    )
    assert cell == text


@pytest.mark.parametrize("text", ["F-12", "K-1A2B3C4D", "2026/17", "Åse = 1", "", "1-1"])
def test_a_number_stays_as_it_is(text: str) -> None:
    assert as_text(text) == text


def test_no_sign_that_cannot_be_seen_hides_a_formula() -> None:
    signs = [chr(one) for one in range(sys.maxunicode + 1)]
    unseen = [one for one in signs if one.isspace() or unicodedata.category(one) in {"Zs", "Zl", "Zp", "Cf"}]
    assert len(unseen) > 180
    assert [one for one in unseen if as_text(f"{one}=1") == f"{one}=1"] == []


def test_a_danish_excel_reads_the_csv() -> None:
    file = as_csv(["Nummer", "Næste frist"], [("F-1;2", date(2026, 3, 31)), ('Å"s', None)])
    assert file.decode() == '\ufeffNummer;Næste frist\r\n"F-1;2";31-03-2026\r\n"Å""s";\r\n'


def test_the_excel_file_holds_texts_and_days_and_nobodys_name() -> None:
    file = as_xlsx(["Nummer", "Frist"], [("007", date(2026, 3, 31)), ("http://a.dk", None)], at=AT)
    rows = CalamineWorkbook.from_filelike(BytesIO(file)).get_sheet_by_index(0).to_python()
    assert rows == [["Nummer", "Frist"], ["007", date(2026, 3, 31)], ["http://a.dk", ""]]
    parts = ZipFile(BytesIO(file))
    assert not [one for one in parts.namelist() if "_rels/sheet" in one]
    assert "<f>" not in parts.read("xl/worksheets/sheet1.xml").decode()
    core = parts.read("docProps/core.xml").decode()
    assert ("<dc:creator></dc:creator>" in core, "2026-03-02T09:00:00Z" in core) == (True, True)
