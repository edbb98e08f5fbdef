"""Which kind of table was handed in, and its columns one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from progression.errors import BadInput, UnknownColumn, UnknownTable, unknown_column
from progression.sources.engines import Engine, of_arrow, of_duckdb, of_file, of_ibis


@dataclass(frozen=True, slots=True, eq=False)
class Plain:
    """A mapping of columns (lists, tuples, arrays), or a pandas table: no engine, no other package."""

    names: tuple[str, ...]
    held: Any

    def columns(self, numbers: Sequence[str], groups: Sequence[str], _short: Mapping[str, str]) -> dict[str, Any]:
        """The columns asked for, as they stand. Errors: UnknownColumn; BadInput for columns of unequal length."""
        found = {f"n:{name}": self._column(name) for name in numbers} | {
            f"g:{name}": self._column(name) for name in groups
        }
        lengths = {name[2:]: self._length(name[2:], column) for name, column in found.items()}
        if len(set(lengths.values())) > 1:
            short, long = min(lengths, key=lengths.__getitem__), max(lengths, key=lengths.__getitem__)
            sentence = f"Column {short!r} has {lengths[short]} rows, but column {long!r} has {lengths[long]}."
            raise BadInput(sentence, column=short, row=lengths[short] + 1)
        return found

    def _column(self, name: str) -> Any:  # noqa: ANN401
        if name not in self.names:
            raise unknown_column(name, self.names)
        if self.names.count(name) > 1:
            raise UnknownColumn(f"The table has the column {name!r} twice.", column=name)
        return self.held[name]

    @staticmethod
    def _length(name: str, column: Any) -> int:  # noqa: ANN401
        if isinstance(column, (str, bytes)) or not hasattr(column, "__len__") or getattr(column, "ndim", 1) != 1:
            raise BadInput(f"Column {name!r} is a {type(column).__name__}, not one value a row.", column=name)
        return len(column)


def opened(table: Any) -> Plain | Engine:  # noqa: ANN401 (any kind of table may be handed in)
    """The table as something whose columns can be asked for.

    Taken: a mapping of columns, a pandas table, an Arrow table (or what hands itself over as Arrow, such as Polars),
    a path to Parquet or CSV, a relation of DuckDB, a table of ibis. Errors: UnknownTable for anything else.
    """
    if isinstance(table, (Plain, Engine)):
        return table
    if isinstance(table, Mapping):
        return Plain(tuple(str(name) for name in table), table)
    if isinstance(table, (str, Path)):
        return of_file(Path(table))
    family = type(table).__module__.partition(".")[0].lstrip("_")
    if family == "pandas":
        return Plain(tuple(str(name) for name in table.columns), table)
    if family == "duckdb":
        return of_duckdb(table)
    if family == "ibis":
        return of_ibis(table)
    if hasattr(table, "__arrow_c_stream__"):
        return of_arrow(table)
    raise UnknownTable(f"A {type(table).__name__} is no table that can be read here.")
