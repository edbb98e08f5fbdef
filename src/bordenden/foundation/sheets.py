"""Lists that leave the house as files a spreadsheet opens: CSV and Excel, in which no text is ever run."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Final, TypeAlias

import xlsxwriter

from progression.formulas import as_text

Cell: TypeAlias = str | date | None
Cells: TypeAlias = Sequence[Cell]
# A Danish Excel reads a file without asking: it knows the letters by the mark and the columns by the semicolon.
MARK: Final = "\ufeff"
DAY: Final = "%d-%m-%Y"
# In memory: on the way to a file on disk the lines would lie in another one, which nobody wipes after a crash.
OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
WIDTH: Final = 24


def as_csv(headings: Sequence[str], lines: Iterable[Cells]) -> bytes:
    """UTF-8 with its mark, semicolons, days as 31-03-2016; what would begin a formula stands behind an apostrophe."""
    file = StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([as_text(heading) for heading in headings])
    writer.writerows([_written(cell) for cell in line] for line in lines)
    return (MARK + file.getvalue()).encode()


def as_xlsx(headings: Sequence[str], lines: Iterable[Cells], *, at: datetime) -> bytes:
    """One sheet; texts are cells of text and days are days. The file says when it was made, and nobody's name."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        book.set_properties({"author": "", "created": at.replace(tzinfo=None)})
        sheet = book.add_worksheet()
        text, day = book.add_format({"num_format": "@"}), book.add_format({"num_format": "dd-mm-yyyy"})
        sheet.set_column(0, len(headings) - 1, WIDTH)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, headings, book.add_format({"bold": True, "num_format": "@"}))
        for row, line in enumerate(lines, start=1):
            for column, cell in enumerate(line):
                if isinstance(cell, date):
                    sheet.write_datetime(row, column, cell, day)
                elif cell:
                    sheet.write_string(row, column, cell, text)
    return file.getvalue()


def _written(cell: Cell) -> str:
    return cell.strftime(DAY) if isinstance(cell, date) else as_text(cell or "")
