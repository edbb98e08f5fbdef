"""Files of rows, CSV or Parquet, as views of the engine with known columns, whatever program wrote them."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from progression.errors import BrokenFile, UnknownColumn, UnknownTable, unknown_column

_BLOCK: Final = 1 << 22
_MARKS: Final = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# A byte no text has: an empty field stays empty, and only a field that is not there at all is missing.
_NEVER: Final = "\x01"


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as a view named `view`: the columns asked for, and `cut`, true where the row has too few fields.

    `kinds`: the engine's type of each column; `columns`: what the file calls it (Parquet alone). `rejects`: the table
    of rows with too many fields (CSV alone).
    """

    connection: Any
    path: Path
    view: str
    kinds: dict[str, str]
    separator: str = ""
    skip: int = 0
    text: Path | None = None
    columns: dict[str, str] = field(default_factory=dict)

    @property
    def rejects(self) -> str:
        """The table of rows that no column takes."""
        return f"rejects_{self.view}"

    def rows(self, numbered: bool) -> str:
        """The rows as SQL, with their number `row_no` (from 1, in the order of the file) where it is needed."""
        return f"(SELECT *, {'row_number() OVER ()' if numbered else 'NULL'} AS row_no FROM {self.view})"  # noqa: S608

    def has(self, name: str) -> bool:
        """Whether the file has the column."""
        return name in self.kinds

    def refuse_lost(self, rows: int) -> None:
        """Every row of the file is either taken or rejected. Errors: BrokenFile when the engine lost one."""
        if self.text is None:
            return
        rejected = self.connection.execute(f"SELECT count(DISTINCT line) FROM {self.rejects}").fetchone()[0]  # noqa: S608
        there = _records(self.text) - 1 - self.skip
        if rows + rejected != there:
            raise BrokenFile(
                f"Of {there} rows in {self.path.name!r} only {rows + rejected} can be read: is it whole?"
            )

    def lines(self, rows: Sequence[int]) -> dict[int, int]:
        """The line of each row, both counted from 1; where the file has no lines (Parquet) a row is its own."""
        if self.text is None:
            return {row: row for row in rows}
        wanted = set(rows)
        return {row: line for row, line in self._numbered(max(wanted, default=0)) if row in wanted}

    def _numbered(self, until: int) -> Iterator[tuple[int, int]]:
        """Each row that the engine took, with the line it begins on: empty lines and rejected rows are no rows."""
        taken = self.connection.sql(f"SELECT DISTINCT line FROM {self.rejects}")  # noqa: S608 (a name of ours)
        rejected = {int(line) for (line,) in taken.fetchall()}
        row = 0
        with open(self.text or self.path, encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, delimiter=self.separator)
            begins = 1
            for place, fields in enumerate(reader):
                if place > self.skip and fields and begins not in rejected:
                    row += 1
                    yield row, begins
                if row >= until:
                    return
                begins = reader.line_num + 1


def opened(
    connection: Any,  # noqa: ANN401
    path: Path,
    view: str,
    needed: Sequence[str],
    folder: Path,
    taken: Sequence[str] = (),
) -> Opened:
    """The file as a view of the columns `needed` and of those in `taken` that are there; others are not read.

    `folder`: where a text in another encoding is written anew.

    Errors: BrokenFile when it is not there, empty, or cut in the middle (Parquet); UnknownTable by its name;
    UnknownColumn for a column that is missing or there twice.
    """
    if not path.is_file():
        raise BrokenFile(f"There is no file {path.name!r}.")
    suffix = path.suffix.lower()
    if suffix in {".parquet", ".pq"}:
        return _parquet(connection, path, view, needed, taken)
    if suffix in {".csv", ".tsv", ".txt"}:
        return _csv(connection, path, view, needed, taken, folder)
    raise UnknownTable(f"The file {path.name!r} is neither Parquet nor CSV by its name.")


def _parquet(connection: Any, path: Path, view: str, needed: Sequence[str], taken: Sequence[str]) -> Opened:  # noqa: ANN401
    try:
        relation = connection.read_parquet(str(path))
    except Exception as fault:
        if type(fault).__module__.partition(".")[0] in {"duckdb", "_duckdb"}:
            raise BrokenFile(f"The file {path.name!r} cannot be read to its end: is it whole?") from None
        raise
    names = [name.strip().lower() for name in relation.columns]
    _refuse_missing(path, names, needed)
    kinds = {name: str(kind) for name, kind in zip(names, relation.types, strict=True) if name in {*needed, *taken}}
    columns = {name: real for real, name in zip(relation.columns, names, strict=True) if name in kinds}
    shown = [f"{_quoted(real)} AS {name}" for name, real in columns.items()]
    relation.project(", ".join([*shown, "false AS cut"])).create_view(view)
    return Opened(connection, path, view, kinds, columns=columns)


def _csv(
    connection: Any,  # noqa: ANN401
    path: Path,
    view: str,
    needed: Sequence[str],
    taken: Sequence[str],
    folder: Path,
) -> Opened:
    text = _as_utf8(path, folder / f"{view}.csv")
    with text.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline()
        skip = 1 if first.lower().startswith("sep=") else 0
        header = file.readline() if skip else first
    separator = max(",;\t|", key=header.count)
    written = next(csv.reader([header], delimiter=separator), [])
    # Excel writes separators after the last column of a sheet that was wider once.
    names = [name.strip().lower() or f"column {place}" for place, name in enumerate(written)]
    _refuse_missing(path, names, needed)
    shown = [name for name in names if name in {*needed, *taken}]
    columns = ", ".join(f"{_written(name)}: 'VARCHAR'" for name in names)
    connection.execute(
        f"""CREATE TEMP VIEW {view} AS SELECT {", ".join(shown)}, {_quoted(names[-1])} IS NULL AS cut
          FROM read_csv({_written(text)},
          columns = {{{columns}}}, auto_detect = false, header = true, skip = {skip}, delim = {_written(separator)},
          quote = '"', escape = '"', nullstr = {_written(_NEVER)}, null_padding = true, ignore_errors = true,
          store_rejects = true, rejects_limit = 0, rejects_table = 'rejects_{view}', rejects_scan = 'scan_{view}')"""  # noqa: S608
    )
    return Opened(connection, path, view, dict.fromkeys(shown, "VARCHAR"), separator, skip, text)


def _refuse_missing(path: Path, names: list[str], needed: Sequence[str]) -> None:
    if not names or names == ["column 0"]:
        raise BrokenFile(f"The file {path.name!r} is empty.")
    for name in names:
        if names.count(name) > 1:
            raise UnknownColumn(f"The file {path.name!r} has the column {name!r} twice.", column=name)
    for name in needed:
        if name not in names:
            raise unknown_column(name, names)


def _as_utf8(path: Path, anew: Path) -> Path:
    """The file itself when it is UTF-8 with one kind of line end, else a copy that is; Excel writes UTF-16 or
    Windows-1252, and what is put together by hand mixes line ends, which the engine would stop at."""
    encoding, mixed = _encoding(path)
    if encoding == "utf-8" and not mixed:
        return path
    with path.open(encoding=encoding, errors="replace") as source, anew.open("w", newline="\n") as target:
        while block := source.read(_BLOCK):
            target.write(block)
    return anew


def _encoding(path: Path) -> tuple[str, bool]:
    """How the file is written, and whether its lines end in more than one way."""
    decoder, encoding = codecs.getincrementaldecoder("utf-8")(), "utf-8"
    lines = returns = both = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if not lines and not returns:
                marked = next((name for mark, name in _MARKS if block.startswith(mark)), None)
                if marked:
                    return marked, False
            block += file.read(1) if block.endswith(b"\r") else b""
            lines, returns, both = (
                total + block.count(end) for total, end in ((lines, b"\n"), (returns, b"\r"), (both, b"\r\n"))
            )
            try:
                if encoding == "utf-8":
                    decoder.decode(block)
            except UnicodeDecodeError:
                encoding = "cp1252"
    # A letter cut in two at the very end is a cut row, not another encoding.
    return encoding, returns > 0 and not lines == returns == both


def _records(text: Path) -> int:
    """Rows of a file, the header among them: lines that are not empty, a quoted line break taken as no end."""
    lines, before = 0, b"\n"
    with text.open("rb") as file:
        while block := file.read(_BLOCK):
            joined = before + block
            if b'"' in block or b"\n\n" in joined or b"\n\r\n" in joined:
                return _records_by_line(text)
            lines += block.count(b"\n")
            before = joined[-2:]
    return lines + (not before.endswith(b"\n"))


def _records_by_line(text: Path) -> int:
    found, inside = 0, False
    with text.open("rb") as file:
        for line in file:
            if not inside and line.strip(b"\r\n\xef\xbb\xbf"):
                found += 1
            if b'"' in line and line.count(b'"') % 2:
                inside = not inside
    return found


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def _written(text: object) -> str:
    doubled = str(text).replace("'", "''")
    return f"'{doubled}'"
