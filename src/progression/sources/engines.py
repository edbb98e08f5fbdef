"""Tables that an engine keeps: DuckDB for files, Arrow and its own relations, ibis for others; one SQL for all."""

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from progression.errors import (
    BadInput,
    BrokenFile,
    NoRoom,
    NotANumber,
    UnknownColumn,
    UnknownTable,
    not_a_number,
    unknown_column,
)
from progression.results import package
from progression.sources.columns import Coded, coded, reordered, whole_coded

NAME: Final = "rows_of_table"
"""What a query calls the table."""
FEW: Final = 3
SHORT: Final = 1_000
"""So few labels are coded here: pyarrow would import its arithmetic first, longer than a million rows are counted."""
WHOLE: Final = "whole"
REAL: Final = "real"
TEXT: Final = "text"
OTHER: Final = "other"
_KINDS: Final = (
    (re.compile(r"(U?(TINY|SMALL|BIG)INT|U?INTEGER|BOOLEAN)$"), WHOLE),
    (re.compile(r"(FLOAT|DOUBLE|REAL|DECIMAL|U?HUGEINT|\"NULL\"|NULL)"), REAL),
    (re.compile(r"(VARCHAR|ENUM|UUID)"), TEXT),
)
_CSV: Final = {".csv", ".tsv", ".txt"}
_PARQUET: Final = {".parquet", ".pq"}
# What a table of another program writes where it has nothing.
_EMPTY: Final = ["", "NA"]


@dataclass(frozen=True, slots=True, eq=False)
class Engine:
    """A table in an engine: its columns by kind, and `ask`, which runs a query on it and gives an Arrow table.

    `numbered`: the rows have an order, so a bad one can be named. `written`: everything is text (CSV), and a number
    is what can be read as one. `columnar`: a few columns are read without the others, so that they are asked for a
    few at a time and the engine's copy of all of them is never there beside ours.
    """

    kinds: Mapping[str, str]
    ask: Callable[[str], Any]
    numbered: bool
    written: bool = False
    columnar: bool = False
    _seen: set[str] = field(default_factory=set)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns, in the table's order."""
        return tuple(self.kinds)

    def number(self, name: str) -> str:
        """The SQL of a column as a number; what cannot be one is refused with its row."""
        kind = self._kind(name)
        if kind == TEXT and self.written:
            self._refuse_text(name)
            return f"CAST({quoted(name)} AS DOUBLE)"
        if kind not in (WHOLE, REAL):
            raise self._no_numbers(name)
        return f"CAST({quoted(name)} AS {'BIGINT' if kind == WHOLE else 'DOUBLE'})"

    def value(self, name: str) -> str:
        """As `number`, with nothing where the column holds nan."""
        sql = self.number(name)
        return sql if self.kinds[name] == WHOLE else f"CASE WHEN isnan({sql}) THEN NULL ELSE {sql} END"

    def label(self, name: str) -> str:
        """The SQL of a column as a group: numbers as such, everything else as text."""
        kind = self._kind(name)
        return self.value(name) if kind in (WHOLE, REAL) else f"CAST({quoted(name)} AS VARCHAR)"

    def columns(
        self, numbers: Sequence[str], groups: Sequence[str], short: Mapping[str, str] = MappingProxyType({})
    ) -> dict[str, Any]:
        """The columns asked for, whole: arrays for numbers, codes for groups.

        In the order of the rows, or by what stands in them where the engine has none: two questions then give the
        same rows in the same order. `short` says of some numbers which kind of SQL holds them.
        """
        if not (self.columnar and self.numbered):  # sorted by value, a few columns would lie otherwise than the rest
            return self._columns(numbers, groups, short)
        found = self._columns((), groups, short) if groups else {}
        few = max(len(numbers), 1) if len(short) == len(numbers) else FEW
        for first in range(0, len(numbers), few):
            found |= self._columns(numbers[first : first + few], (), short)
        return found

    def _columns(self, numbers: Sequence[str], groups: Sequence[str], short: Mapping[str, str]) -> dict[str, Any]:
        names = {
            f"n{place}": f"CAST({self.number(name)} AS {short[name]})" if name in short else self.number(name)
            for place, name in enumerate(numbers)
        }
        names |= {f"g{place}": self.label(name) for place, name in enumerate(groups)}
        order = "" if self.numbered else f" ORDER BY {', '.join(names)}"
        asked = ", ".join(f"{sql} AS {name}" for name, sql in names.items())
        return arrays(self.ask(f"SELECT {asked} FROM {NAME}{order}"), numbers, groups)  # noqa: S608 (names are quoted)

    def counts(self, numbers: Sequence[str], groups: Sequence[str]) -> tuple[dict[str, Any], Any]:
        """Every combination of values that there is, once, as `columns` gives them, and how many rows have it."""
        names = {f"n{place}": self.value(name) for place, name in enumerate(numbers)}
        names |= {f"g{place}": self.label(name) for place, name in enumerate(groups)}
        asked = ", ".join(f"{sql} AS {name}" for name, sql in names.items())
        inner = f"SELECT {asked} FROM {NAME}"  # noqa: S608
        by = ", ".join(names)
        table = self.ask(f"SELECT {by}, count(*) AS times FROM ({inner}) AS picked GROUP BY {by}")  # noqa: S608
        return arrays(table, numbers, groups), table["times"].to_numpy()

    def first(self, condition: str, value: str) -> tuple[int | None, Any]:
        """The first row where something holds, from 1 (None where rows have no order), and a value of it."""
        if not self.numbered:
            table = self.ask(f"SELECT {value} AS v FROM {NAME} WHERE {condition} LIMIT 1")  # noqa: S608
            return None, table["v"][0].as_py()
        inner = f"SELECT *, row_number() OVER () AS row_of_table FROM {NAME}"  # noqa: S608
        table = self.ask(
            f"SELECT {value} AS v, row_of_table AS r FROM ({inner}) AS numbered_rows "  # noqa: S608
            f"WHERE {condition} ORDER BY row_of_table LIMIT 1"
        )
        return int(table["r"][0].as_py()), table["v"][0].as_py()

    def _kind(self, name: str) -> str:
        if name not in self.kinds:
            raise unknown_column(name, self.names)
        return self.kinds[name]

    def _refuse_text(self, name: str) -> None:
        if name in self._seen:
            return
        bad = f"{quoted(name)} IS NOT NULL AND TRY_CAST({quoted(name)} AS DOUBLE) IS NULL"
        if self.ask(f"SELECT count(*) AS n FROM {NAME} WHERE {bad}")["n"][0].as_py():  # noqa: S608
            raise not_a_number(name, *self.first(bad, quoted(name)))
        self._seen.add(name)

    def _no_numbers(self, name: str) -> NotANumber:
        there = f"{quoted(name)} IS NOT NULL"
        if self.ask(f"SELECT count(*) AS n FROM {NAME} WHERE {there}")["n"][0].as_py():  # noqa: S608
            row, value = self.first(there, f"CAST({quoted(name)} AS VARCHAR)")
            return not_a_number(name, row, value)
        return NotANumber(f"Column {name!r} holds no numbers and nothing else either.", column=name)


def arrays(table: Any, numbers: Sequence[str], groups: Sequence[str]) -> dict[str, Any]:  # noqa: ANN401
    """What an engine answered, n0 … for numbers and g0 … for groups, by the names of the columns."""
    found: dict[str, Any] = {f"n:{name}": table[f"n{place}"].to_numpy() for place, name in enumerate(numbers)}
    return found | {f"g:{name}": labels_of(table[f"g{place}"]) for place, name in enumerate(groups)}


def quoted(name: str) -> str:
    """A column's name as SQL writes it."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def of_duckdb(relation: Any, *, columnar: bool = False) -> Engine:  # noqa: ANN401 (duckdb is not in the smallest install)
    """A relation of DuckDB, in its own connection."""
    engine = _duckdb(relation, lambda fault: BadInput(f"DuckDB could not read the table: {_first_line(fault)}"))
    return replace(engine, columnar=columnar)


def of_arrow(table: Any) -> Engine:  # noqa: ANN401
    """An Arrow table, or anything that hands itself over as Arrow."""
    if not hasattr(table, "schema") or not hasattr(table, "column_names"):
        table = package("pyarrow", "A table of that kind").table(table)
    connection = package("duckdb", "An Arrow table").connect(":memory:")
    return of_duckdb(connection.from_arrow(table), columnar=True)


def file(
    path: str | Path, *, memory: str | None = None, folder: str | Path | None = None, threads: int | None = None
) -> Engine:
    """A Parquet or CSV file (or several, by a pattern), read by DuckDB as far as it is asked for.

    `memory` is what DuckDB may hold at once ("256MB"; without it most of the machine's); what does not fit is kept
    in `folder` meanwhile (without it beside the process), and is removed afterwards. `threads` as many as there are
    processors. What is aggregated, and the columns a function reads row by row, come on top: see the README.
    Errors: BrokenFile, UnknownTable, BadInput for settings DuckDB does not know; NoRoom when asked, if it cannot do
    with so little.
    """
    settings = {"memory_limit": memory, "temp_directory": folder, "threads": threads}
    return of_file(Path(path), {name: str(said) for name, said in settings.items() if said is not None})


def of_file(path: Path, settings: Mapping[str, str] | None = None) -> Engine:
    """As `file`, with settings as DuckDB calls them."""
    duckdb = package("duckdb", "A file")
    if not any(mark in path.name for mark in "*?[") and not path.is_file():
        raise BrokenFile(f"There is no file {path.name!r}.")
    suffix = path.suffix.lower()
    if suffix not in _CSV | _PARQUET:
        raise UnknownTable(f"The file {path.name!r} is neither Parquet nor CSV by its name.")
    try:
        connection = duckdb.connect(":memory:", config=dict(settings or {}))
    except duckdb.Error as fault:
        raise BadInput(f"DuckDB cannot be set up so: {_first_line(fault)}") from None

    def broken(fault: Exception) -> BadInput:
        line = re.search(r"\bLine:? (\d+)", str(fault))
        where = f" in line {line[1]}" if line else ""
        return BrokenFile(f"The file {path.name!r} cannot be read to its end{where}: is it whole?")

    try:
        relation = connection.read_parquet(str(path)) if suffix in _PARQUET else _csv(connection, path)
    except duckdb.Error as fault:
        raise broken(fault) from None
    return replace(_duckdb(relation, broken, written=suffix in _CSV), columnar=suffix in _PARQUET)


def _csv(connection: Any, path: Path) -> Any:  # noqa: ANN401
    """Everything as text: what is a number is decided by the column asked for, not by the first thousand rows."""
    place = next(iter(sorted(path.parent.glob(path.name))), path)
    with place.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        header = file.readline()
    separator = max(",;\t|", key=header.count)
    names = next(csv.reader([header], delimiter=separator), [])
    for name in names:
        if names.count(name) > 1:
            raise UnknownColumn(f"The file {path.name!r} has the column {name!r} twice.", column=name)
    return connection.read_csv(
        str(path),
        columns=dict.fromkeys(names, "VARCHAR"),
        auto_detect=False,
        header=True,
        sep=separator,
        quotechar='"',
        escapechar='"',
        na_values=_EMPTY,
    )


def _duckdb(relation: Any, broken: Callable[[Exception], BadInput], *, written: bool = False) -> Engine:  # noqa: ANN401
    duckdb = package("duckdb", "This table")

    def ask(sql: str) -> Any:  # noqa: ANN401
        try:
            return relation.query(NAME, sql).to_arrow_table()
        except duckdb.OutOfMemoryException:
            raise NoRoom(
                "DuckDB was allowed too little memory for this: allow more, or name a folder for what does not fit."
            ) from None
        except duckdb.Error as fault:
            raise broken(fault) from None

    kinds = {name: _kind_of(str(kind)) for name, kind in zip(relation.columns, relation.types, strict=True)}
    return Engine(kinds, ask, numbered=True, written=written)


def of_ibis(table: Any) -> Engine:  # noqa: ANN401
    """A table of ibis, whatever engine is behind it: the same queries, translated."""
    ibis = package("ibis", "A table of ibis")
    try:
        backend = table.get_backend()
    except ibis.IbisError:  # held in memory, by no engine
        return of_arrow(table.to_pyarrow())
    if backend.name == "duckdb":
        try:
            return of_duckdb(backend.con.sql(str(ibis.to_sql(table))))
        except package("duckdb", "A table of ibis").CatalogException:  # held in memory, by ibis itself
            return of_arrow(table.to_pyarrow())

    def ask(sql: str) -> Any:  # noqa: ANN401
        try:
            return table.alias(NAME).sql(sql, dialect="duckdb").to_pyarrow()
        except Exception as fault:  # each engine has exceptions of its own
            raise BadInput(f"The engine {backend.name} could not read the table: {_first_line(fault)}") from None

    kinds = {}
    for name, kind in table.schema().items():
        whole = kind.is_integer() or kind.is_boolean()
        text = kind.is_string() or kind.is_uuid()
        kinds[name] = WHOLE if whole else REAL if kind.is_numeric() else TEXT if text else OTHER
    return Engine(kinds, ask, numbered=False)


def _kind_of(written: str) -> str:
    return next((kind for pattern, kind in _KINDS if pattern.match(written)), OTHER)


def labels_of(column: Any) -> Any:  # noqa: ANN401
    """A column of Arrow as codes, the labels rising."""
    if str(column.type).startswith(("int", "uint")) and not column.null_count:
        return whole_coded(column.to_numpy())
    if len(column) <= SHORT:
        return coded(str(column.type), column.to_pylist())
    encoded = column.combine_chunks().dictionary_encode()
    if hasattr(encoded, "combine_chunks"):
        encoded = encoded.combine_chunks()
    codes = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype("int64")
    found: Coded = reordered(codes, encoded.dictionary.to_pylist())
    return found


def _first_line(fault: Exception) -> str:
    return (str(fault).strip() or type(fault).__name__).splitlines()[0].rstrip(".") + "."
