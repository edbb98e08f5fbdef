"""An Excel file as the lines of text everything else here reads: what is packed in it is counted before it is parsed.

Only what was counted is handed on, packed anew: what a file says of its own size need not be true, and one cell far
down and far out would be a sheet of billions of cells in the memory of the engine.
"""

import csv
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO, StringIO
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import xlsxwriter
from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from bordenden.foundation.rules import NotPossible
from bordenden.intake.queries.columns import MOST_WRITTEN

_ARCHIVE = b"PK\x03\x04"
# The container of Excel before 2007, and of every file that is locked with a password.
_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_TYPES = "[Content_Types].xml"
_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/_rels/[^/]+\.rels|xl/worksheets/[^/]+\.xml|xl/(?!comments)[^/]+\.xml",
    re.IGNORECASE,
)
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})", re.IGNORECASE)
MOST_UNPACKED = 30_000_000
MOST_PARTS = 1_000
# Ten thousand lines of a hundred columns; a sheet is as large as its last line and its last column say.
MOST_CELLS = 1_000_000
LONGEST_NAME = 60
WIDTH = 20
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Written:
    """A file as text. Of Excel which sheet was read, and how many there are; a file of text has none."""

    text: str
    sheet: str = ""
    sheets: int = 0


def is_excel(content: bytes) -> bool:
    """Whether it is, or may be, an Excel file by its first bytes."""
    return content.startswith((_ARCHIVE, _CONTAINER))


def sheet_as_text(content: bytes) -> Written:
    """The first sheet that is shown, a row a line, so that a line has the number Excel shows.

    Raises NotPossible: locked, with macros, of an old or another kind, cut off, or far too large.
    """
    if content.startswith(_CONTAINER):
        raise NotPossible(_locked() if _LOCKED in content else _other_kind())
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(_packed_anew(content)))
        shown = [
            place
            for place, one in enumerate(book.sheets_metadata)
            if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet
        ]
        if not shown:
            raise NotPossible(_("Excel-filen har intet ark, der kan ses."))
        sheet = book.get_sheet_by_index(shown[0])
        return Written(_text(sheet), sheet.name[:LONGEST_NAME], len(book.sheets_metadata))
    except (CalamineError, BadZipFile, zlib.error, expat.ExpatError, OSError, EOFError, ValueError) as error:
        if isinstance(error, NotPossible):
            raise
        raise NotPossible(_("Excel-filen kan ikke læses. Er den skåret over? Gem den igen.")) from error


def empty_sheet(headings: Sequence[str]) -> bytes:
    """A file to fill in; its cells are text, so that Excel takes no zero off a number and turns no day round."""
    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.set_column(0, len(headings) - 1, WIDTH, book.add_format({"num_format": "@"}))
        sheet.write_row(0, 0, headings, book.add_format({"bold": True}))
        sheet.freeze_panes(1, 0)
    return kept.getvalue()


def _packed_anew(content: bytes) -> bytes:
    """The parts that tell of cells, each gone through first; macros, pictures and all else stay behind."""
    kept = BytesIO()
    with ZipFile(BytesIO(content)) as archive, ZipFile(kept, "w", ZIP_STORED) as clean:
        parts = archive.infolist()
        _refuse_strange(archive, parts)
        counting = _Counting()
        # The texts that many cells share are counted before the cells that name them.
        for part in sorted(parts, key=lambda one: "sharedstrings" not in one.filename.lower()):
            if _PARTS.fullmatch(part.filename):
                read = archive.read(part)
                counting.go_through(read)
                clean.writestr(part.filename, read)
    return kept.getvalue()


def _refuse_strange(archive: ZipFile, parts: list[ZipInfo]) -> None:
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _too_large()
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise NotPossible(_locked())
    if len(names) < len(parts) or any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise BadZipFile
    if _TYPES not in names:
        raise NotPossible(_other_kind())
    types = archive.read(_TYPES).lower()
    if any(name.lower().endswith("vbaproject.bin") for name in names) or b"sheet.macroenabled" in types:
        raise NotPossible(_("Excel-filen har makroer. Gem den som almindelig Excel-fil (.xlsx)."))
    if b"spreadsheetml.sheet.main" not in types:
        raise NotPossible(_other_kind())


@dataclass(slots=True)
class _Counting:
    """Goes through the parts as the engine will, and stops where a caseload would long have ended."""

    row: int = 0
    column: int = 0
    last_row: int = 0
    last_column: int = 0
    letters: int = 0
    shared: list[int] = field(default_factory=list)
    named: str | None = None
    inside: str = ""

    def go_through(self, part: bytes) -> None:
        """Raises NotPossible for too much, ExpatError or ValueError for what is no sheet, or not in UTF-8."""
        if "\0" in part.decode():
            raise ValueError
        self.row = self.column = self.last_row = self.last_column = 0
        reader = expat.ParserCreate()
        reader.XmlDeclHandler = _refuse_other_letters
        reader.StartDoctypeDeclHandler = _refuse_definitions
        reader.StartElementHandler = self._begins
        reader.EndElementHandler = self._ends
        reader.CharacterDataHandler = self._says
        reader.Parse(part, True)

    def _begins(self, name: str, told: dict[str, str]) -> None:
        self.inside = name.rpartition(":")[2]
        if self.inside == "row":
            self.row, self.column = int(told["r"]) if "r" in told else self.row + 1, 0
        elif self.inside == "c":
            self.row, self.column = _place(told["r"]) if "r" in told else (self.row, self.column + 1)
            self.named = "" if told.get("t") == "s" else None
        elif self.inside in ("v", "is"):
            self._reach()
        elif self.inside == "si":
            self.shared.append(0)

    def _says(self, text: str) -> None:
        self._count(len(text))
        if self.inside == "v" and self.named is not None:
            self.named += text
        elif self.shared and self.row == 0:
            self.shared[-1] += len(text)

    def _ends(self, name: str) -> None:
        if name.rpartition(":")[2] == "v" and self.named:
            self._count(self.shared[int(self.named)] if int(self.named) < len(self.shared) else 0)
            self.named = None
        self.inside = ""

    def _count(self, letters: int) -> None:
        self.letters += letters
        if self.letters > MOST_WRITTEN:
            raise _too_large()

    def _reach(self) -> None:
        self.last_row, self.last_column = max(self.last_row, self.row), max(self.last_column, self.column)
        if self.last_row * self.last_column > MOST_CELLS:
            raise NotPossible(_("Et ark i filen er meget stort. Gem kun de linjer og kolonner, der skal bruges."))


def _refuse_other_letters(_version: str, encoding: str | None, _alone: int) -> None:
    if (encoding or "utf-8").lower() not in ("utf-8", "us-ascii"):
        raise ValueError(encoding)


def _refuse_definitions(*_told: object) -> None:
    raise ValueError


def _place(text: str) -> tuple[int, int]:
    """The row and the column of "C12"."""
    found = _PLACE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _text(sheet: CalamineSheet) -> str:
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\n")
    for row in sheet.to_python(skip_empty_area=False):
        writer.writerow([_cell(value) for value in row])
    text = written.getvalue()
    if len(text) > MOST_WRITTEN:
        raise _too_large()
    if not any(sign.isalnum() for sign in text):
        raise NotPossible(_("Arket er tomt. Det første ark skal have overskrifter og linjer."))
    return text


def _cell(value: object) -> str:
    """As a file of text would have it: a day as a day, a whole number without a point, all on one line."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def _too_large() -> NotPossible:
    return NotPossible(_("Filen er for stor. Del den i flere filer."))


def _locked() -> str:
    return _("Excel-filen er låst med en adgangskode. Gem den uden, og vælg den igen.")


def _other_kind() -> str:
    return _("Det er ikke en Excel-fil, vi kan læse. Vælg Gem som i Excel, og gem den som .xlsx eller CSV.")
