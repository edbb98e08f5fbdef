"""A caseload file as text: which encoding, which separator, which columns, and its lines as they stand there."""

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from django.utils.translation import gettext as _

from bordenden.foundation.alphabet import reference_key
from bordenden.foundation.rules import NotPossible
from bordenden.intake.words import HEADINGS, NEEDED, Column

MOST_BYTES = 2_000_000
MOST_LINES = 10_000
# More than any sheet of a caseload has; without an end, half a million would fit into two megabytes.
MOST_COLUMNS = 500
SEPARATORS = ";,\t"
# Excel writes UTF-8 with a mark, UTF-16 as "Unicode text", and else the code page of Windows.
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ARCHIVE = b"PK\x03\x04"
_NAMES = {reference_key(name): column for column, names in HEADINGS.items() for name in names}


class Unreadable(NotPossible):
    """The file cannot be read as a whole; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as text: its number in the file, what each known column says, and whether it has all its columns."""

    number: int
    told: dict[Column, str]
    whole: bool

    def says(self, column: Column) -> str:
        """What stands there, "" for nothing."""
        return self.told.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a file, and the headings of columns that are not used."""

    lines: tuple[Line, ...]
    unused: tuple[str, ...]


def decoded(content: bytes) -> str:
    """The file as text. Raises Unreadable for what is too large, is no text, or in no encoding we know."""
    if len(content) > MOST_BYTES:
        raise Unreadable(_("Filen er for stor. Den må fylde 2 MB. Del den i flere filer."))
    if content.startswith(_ARCHIVE):
        raise Unreadable(_("Det er en Excel-fil. Vælg Gem som i Excel, og gem den som CSV."))
    text = _text(content)
    if "\0" in text:
        raise Unreadable(_("Det er ikke en tekstfil. Vælg Gem som i Excel, og gem den som CSV."))
    if not text.strip():
        raise Unreadable(_("Filen er tom. Vælg en fil med overskrifter og linjer."))
    return text


def _text(content: bytes) -> str:
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(_("Bogstaverne i filen kan ikke læses. Gem den som CSV UTF-8 i Excel."))


def read(text: str) -> Sheet:
    """The lines under their headings. Raises Unreadable for missing headings, a file cut off, and too many lines."""
    first = _first_line(text)
    separator = max(SEPARATORS, key=first.count)
    rows = _rows(text, separator)
    heading = next(((number, cells) for number, cells in rows if any(cells) and not _is_hint(cells)), None)
    if heading is None:
        raise Unreadable(_("Filen har ingen overskrifter. Den første linje skal sige, hvad kolonnerne hedder."))
    columns = _columns(heading[1])
    lines = []
    for number, cells in rows:
        if any(cells):
            lines.append(_line(number, cells, columns))
        if len(lines) > MOST_LINES:
            raise Unreadable(_("Filen har mere end 10.000 linjer. Del den i flere filer."))
    if not lines:
        raise Unreadable(_("Filen har overskrifter, men ingen borgere under dem."))
    unused = tuple(cell for cell, column in zip(heading[1], columns, strict=True) if cell and column is None)
    return Sheet(tuple(lines), unused)


def _first_line(text: str) -> str:
    lines = (line for line in text.splitlines() if line.strip() and not line.lower().startswith("sep="))
    return next(lines, "")


def _is_hint(cells: list[str]) -> bool:
    """Excel's own first line, which names the separator: `sep=;`."""
    return cells[0].lower().startswith("sep=")


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error as error:
        words = _("Filen holder op midt i linje %(number)d. Er den skåret over? Gem den igen.")
        raise Unreadable(words % {"number": reader.line_num}) from error


def _columns(cells: list[str]) -> list[Column | None]:
    if len(cells) > MOST_COLUMNS:
        raise Unreadable(_("Filen har for mange kolonner. Gem kun dem, der skal bruges."))
    columns = [_NAMES.get(reference_key(cell)) for cell in cells]
    known = [column for column in columns if column is not None]
    if missing := [HEADINGS[column][0] for column in NEEDED if column not in known]:
        raise Unreadable(_("Filen mangler kolonnen: %(names)s.") % {"names": ", ".join(missing)})
    if twice := sorted({HEADINGS[column][0] for column in known if known.count(column) > 1}):
        raise Unreadable(_("Kolonnen står der to gange: %(names)s.") % {"names": ", ".join(twice)})
    return columns


def _line(number: int, cells: list[str], columns: list[Column | None]) -> Line:
    told = {column: cell for column, cell in zip(columns, cells, strict=False) if column is not None}
    extra = any(cells[len(columns) :])
    return Line(number, told, whole=len(cells) >= len(columns) and not extra)
