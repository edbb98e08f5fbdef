"""Excel files as people save them, and as somebody would make them to do harm; everybody in them is made up."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter


def workbook(*rows: Sequence[object], sheets: Mapping[str, bool] | None = None, from_row: int = 0) -> bytes:
    """The rows on the sheet that is shown; `sheets` are those before it by name, and whether they are shown."""
    kept = BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True})
    for name, shown in (sheets or {}).items():
        before = book.add_worksheet(name)
        if not shown:
            before.hide()
    sheet = book.add_worksheet("Borgere")
    sheet.activate()
    sheet.set_first_sheet()
    day, number = book.add_format({"num_format": "dd-mm-yyyy"}), book.add_format({"num_format": "0"})
    for line, row in enumerate(rows, from_row):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(line, column, value, day)
            elif isinstance(value, int):
                sheet.write_number(line, column, value, number)
            elif value is not None:
                sheet.write_string(line, column, str(value))
    book.close()
    return kept.getvalue()


def changed(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The same file with other bytes in some of its parts, or parts that were not there."""
    kept = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(kept, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, parts.get(name, before.read(name)))
        for name in parts.keys() - set(before.namelist()):
            after.writestr(name, parts[name])
    return kept.getvalue()
