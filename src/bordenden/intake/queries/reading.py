"""A file as text: which encoding, which separator, which columns, and its lines as they stand there."""

import codecs
import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import StringIO

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.foundation.alphabet import reference_key
from bordenden.foundation.rules import NotPossible
from bordenden.intake.queries.columns import MOST_COLUMNS, columns_as_text, is_columnar
from bordenden.intake.queries.sheets import Written, is_excel, sheet_as_text
from bordenden.intake.words import (
    BENEFIT_HEADINGS,
    BY_DAYS,
    BY_WEEKS,
    CANDIDATE_HEADINGS,
    FORBIDDEN,
    HEADINGS,
    NEEDED,
    NEEDED_OF_CANDIDATES,
    NEEDED_OF_STAFF,
    STAFF_HEADINGS,
    Column,
    FileKind,
)

MOST_BYTES = 2_000_000
MOST_LINES = 10_000
# Each of them is written by the action a form would use, and others wait meanwhile.
MOST_CANDIDATES = 1_000
MOST_STAFF = 200
# Weeks are many and short: so many of them fit into the bytes of a file.
MOST_WEEKS = 60_000
SEPARATORS = ";,\t"
# Excel writes UTF-8 with a mark, UTF-16 as "Unicode text", and else the code page of Windows.
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


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


@dataclass(frozen=True)
class Layout:
    """What a kind of file holds: what its columns may be called, which of them are needed, how long it may be.

    `needed`: one of these sets of columns has to be there. Where there are several, a file follows one of them.
    `forbidden`: a file with a column called so is not kept at all.
    """

    headings: Mapping[Column, tuple[str, ...]]
    needed: tuple[tuple[Column, ...], ...]
    most_lines: int
    forbidden: tuple[str, ...] = ()

    @cached_property
    def names(self) -> dict[str, Column]:
        """Each column by the search key of what it may be called."""
        return {reference_key(name): column for column, names in self.headings.items() for name in names}

    def missing(self, known: list[Column]) -> list[str]:
        """The headings that are missing, of the set that comes nearest."""
        lacking = ([column for column in some if column not in known] for some in self.needed)
        return [self.headings[column][0] for column in min(lacking, key=len)]


CASELOAD = Layout(HEADINGS, (NEEDED,), MOST_LINES)
BENEFITS = Layout(BENEFIT_HEADINGS, (BY_DAYS, BY_WEEKS), MOST_WEEKS)
CANDIDATES = Layout(CANDIDATE_HEADINGS, (NEEDED_OF_CANDIDATES,), MOST_CANDIDATES)
STAFF = Layout(STAFF_HEADINGS, (NEEDED_OF_STAFF,), MOST_STAFF, FORBIDDEN)
LAYOUTS: dict[FileKind, Layout] = {
    FileKind.CASELOAD: CASELOAD,
    FileKind.BENEFITS: BENEFITS,
    FileKind.CANDIDATES: CANDIDATES,
    FileKind.STAFF: STAFF,
}


def written_of(content: bytes, kind: FileKind) -> Written:
    """The file as lines of text: CSV, Excel, and for benefits Parquet too. Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable(_("Filen er for stor. Den må fylde 2 MB. Del den i flere filer."))
    try:
        if kind == FileKind.BENEFITS and is_columnar(content):
            return Written(columns_as_text(content, most=MOST_WEEKS, known=BENEFITS.names))
        if is_excel(content):
            return sheet_as_text(content)
    except NotPossible as error:
        raise Unreadable(str(error)) from error
    return Written(decoded(content))


def decoded(content: bytes) -> str:
    """The file as text. Raises Unreadable for what is no text, or in no encoding we know."""
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


def read(text: str, layout: Layout = CASELOAD) -> Sheet:
    """The lines under their headings. Raises Unreadable for missing headings, a file cut off, and too many lines."""
    first = _first_line(text)
    separator = max(SEPARATORS, key=first.count)
    rows = _rows(text, separator)
    heading = next(((number, cells) for number, cells in rows if any(cells) and not _is_hint(cells)), None)
    if heading is None:
        raise Unreadable(_("Filen har ingen overskrifter. Den første linje skal sige, hvad kolonnerne hedder."))
    columns = _columns(heading[1], layout)
    lines = []
    for number, cells in rows:
        if any(cells):
            lines.append(_line(number, cells, columns))
        if len(lines) > layout.most_lines:
            words = _("Filen har mere end %(most)s linjer. Del den i flere filer.")
            raise Unreadable(words % {"most": number_format(layout.most_lines, force_grouping=True)})
    if not lines:
        raise Unreadable(_("Filen har overskrifter, men ingen linjer under dem."))
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


def _columns(cells: list[str], layout: Layout) -> list[Column | None]:
    if len(cells) > MOST_COLUMNS:
        raise Unreadable(_("Filen har for mange kolonner. Gem kun dem, der skal bruges."))
    keys = {reference_key(name) for name in layout.forbidden}
    if kept_away := [cell for cell in cells if reference_key(cell) in keys]:
        words = _("Kolonnen %(name)s må ikke være i filen. Slet den, og gem filen igen.")
        raise Unreadable(words % {"name": kept_away[0]})
    columns = [layout.names.get(reference_key(cell)) for cell in cells]
    known = [column for column in columns if column is not None]
    if missing := layout.missing(known):
        raise Unreadable(_("Filen mangler kolonnen: %(names)s.") % {"names": ", ".join(missing)})
    if twice := sorted({layout.headings[column][0] for column in known if known.count(column) > 1}):
        raise Unreadable(_("Kolonnen står der to gange: %(names)s.") % {"names": ", ".join(twice)})
    if len(layout.needed) > 1 and all(set(some) <= set(known) for some in layout.needed):
        raise Unreadable(_("Filen har både datoer og uger. Lav en fil til hver."))
    return columns


def _line(number: int, cells: list[str], columns: list[Column | None]) -> Line:
    told = {column: cell for column, cell in zip(columns, cells, strict=False) if column is not None}
    extra = any(cells[len(columns) :])
    return Line(number, told, whole=len(cells) >= len(columns) and not extra)
