"""Excel files: read as Excel shows them, and refused with a sentence before anything in them can do harm."""

from datetime import date
from time import perf_counter

import pytest

from bordenden.intake.queries import MOST_BYTES, Unreadable, check, read, written_of
from bordenden.intake.words import Column, FileKind, Verdict
from tests.cast import MONDAY, Cast
from tests.intake.files import HEADINGS, SIGNE
from tests.intake.workbooks import changed, workbook

COLUMNS = HEADINGS.split(";")
BOOK = workbook(COLUMNS, SIGNE.split(";"))
SHEET = "xl/worksheets/sheet1.xml"
CELLS = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


def test_a_caseload_from_excel_has_its_days_its_lost_zero_and_the_row_numbers_excel_shows(cast: Cast) -> None:
    signe = ["Signe", "Åk\njær", 101901234, 20000101, "F-101", date(2026, 2, 2), "job", None]
    told = written_of(workbook(COLUMNS, [], signe, from_row=2), FileKind.CASELOAD)
    (one,) = check(sheet=read(told.text), project=cast.project, by=cast.bo, at=MONDAY).lines
    assert (one.number, one.verdict, one.told.family_name) == (5, Verdict.NEW, "Åk jær")
    assert (one.told.cpr, one.told.phone, one.told.referred_on) == ("0101901234", "20000101", date(2026, 2, 2))
    assert "Vi har sat et nul foran" in one.says[0]


def test_a_number_that_lost_more_than_its_zero_is_not_guessed(cast: Cast) -> None:
    told = written_of(workbook(COLUMNS, ["Signe", "", 1901234, "", "F-1", 46055, "", ""]), FileKind.CASELOAD)
    (one,) = check(sheet=read(told.text), project=cast.project, by=cast.bo, at=MONDAY).lines
    assert one.verdict == Verdict.BAD
    assert one.says[0] == "Skriv alle ti cifre i CPR-nummeret, fx 010190-1234."
    assert one.says[1] == "Datoen for henvisning kan ikke læses. Skriv den som 02-03-2026."


def test_the_first_sheet_that_is_shown_is_read_and_named() -> None:
    told = written_of(workbook(COLUMNS, SIGNE.split(";"), sheets={"Skjult": False}), FileKind.CASELOAD)
    assert (told.sheet, told.sheets) == ("Borgere", 2)
    assert read(told.text).lines[0].says(Column.GIVEN_NAME) == "Signe"
    with pytest.raises(Unreadable, match="Arket er tomt"):
        written_of(workbook(COLUMNS, sheets={"Forside": True}), FileKind.CASELOAD)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04rest", "skåret over"),
        (BOOK[: len(BOOK) // 2], "skåret over"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "gem den som .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
        (changed(BOOK, {"xl/vbaProject.bin": b"x"}), "makroer"),
        (changed(BOOK, {"[Content_Types].xml": b"<Types/>"}), "gem den som .xlsx"),
        (changed(BOOK, {SHEET: b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + CELLS % b""}), "kan ikke læses"),
        (changed(BOOK, {SHEET: (CELLS % b"").decode().encode("utf-16")}), "kan ikke læses"),
        (changed(BOOK, {SHEET: CELLS % b'<row r="1"><c r="A1" t="s"><v>x</v></c></row>'}), "kan ikke læses"),
        (changed(BOOK, {"xl/media/image1.png": b"\0" * 40_000_000}), "for stor"),
        (b"PK\x03\x04" + b"x" * MOST_BYTES, "2 MB"),
    ],
    ids=lambda told: told if isinstance(told, str) else "file",
)
def test_what_is_no_plain_excel_file_is_refused_with_what_to_do(content: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        written_of(content, FileKind.CASELOAD)


@pytest.mark.parametrize(
    "cells",
    [
        b'<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>',
        b"<row/>" * 1_100_000 + b"<row><c><v>1</v></c></row>",
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="100"><c r="ZZZ100"><v>2</v></c></row>',
        b"".join(b'<row><c t="inlineStr"><is><t>%s</t></is></c></row>' % (b"x" * 9_000) for _n in range(1_000)),
    ],
    ids=["far_out", "empty_rows", "wide", "letters"],
)
def test_a_few_bytes_do_not_become_a_sheet_of_billions_of_cells(cells: bytes) -> None:
    begun = perf_counter()
    with pytest.raises(Unreadable, match=r"meget stort|for stor"):
        written_of(changed(BOOK, {SHEET: CELLS % cells}), FileKind.CASELOAD)
    assert perf_counter() - begun < 5


def test_one_long_text_named_by_many_cells_is_counted_each_time() -> None:
    shared = b"<sst><si><t>" + b"x" * 30_000 + b"</t></si></sst>"
    cells = CELLS % (b'<row><c t="s"><v>0</v></c></row>' * 1_000)
    with pytest.raises(Unreadable, match="for stor"):
        written_of(changed(BOOK, {"xl/sharedStrings.xml": shared, SHEET: cells}), FileKind.CASELOAD)
