"""Questions whose words never change: Django writes their SQL once a process, and each time only values are put in.

Writing the SQL of a long question takes Django many times what the database takes to answer it. A question is built
twice with made-up values that have nothing in common; what differs between the two must be one of the values named by
`values`, else the question is refused: nothing that depends on who asks, or when, can stay behind in the text.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeAlias, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import DateField, DateTimeField, Field, IntegerField, QuerySet, UUIDField

A = TypeVar("A")
Fact: TypeAlias = UUID | datetime | date | int
Row: TypeAlias = tuple[Any, ...]
# A moment is a date too, so it is asked for first.
_FIELDS: tuple[tuple[type, "Field[Any, Any]"], ...] = (
    (UUID, UUIDField()),
    (datetime, DateTimeField()),
    (date, DateField()),
    (int, IntegerField()),
)


class NotTheSame(Exception):
    """The question is not the same for everybody, or depends on something that `values` does not name."""


@dataclass(frozen=True, slots=True)
class _Written:
    """The SQL, and for each of its parameters the name of the value, or None and what it always is."""

    sql: str
    parameters: tuple[tuple[str | None, Any], ...]
    converters: tuple[tuple[int, list[Any], Any], ...]


class Prepared(Generic[A]):
    """A question asked of the database about an `A`, at most so many rows; its columns come as plain values."""

    def __init__(
        self,
        build: Callable[[A, int], QuerySet[Any, Any]],
        values: Callable[[A], Mapping[str, Fact]],
        made_up: Callable[[], tuple[A, A]],
    ) -> None:
        self._build, self._values, self._made_up = build, values, made_up
        self._written: dict[tuple[str, int], _Written] = {}

    def ask(self, about: A, most: int) -> list[Row]:
        """The rows, as `values_list` of the question built by itself gives them."""
        written = self._written.get((connection.vendor, most))
        if written is None:
            written = self._written[connection.vendor, most] = self._write(most)
        values = {name: _to_database(value) for name, value in self._values(about).items()}
        parameters = [always if name is None else values[name] for name, always in written.parameters]
        with connection.cursor() as cursor:
            cursor.execute(written.sql, parameters)
            rows: list[Row] = cursor.fetchall()
        return [_converted(row, written.converters) for row in rows] if written.converters else rows

    def _write(self, most: int) -> _Written:
        one, other = self._made_up()
        compiler = self._build(one, most).query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        other_sql, others = self._build(other, most).query.get_compiler(connection=connection).as_sql()
        if sql != other_sql or len(parameters) != len(others):
            raise NotTheSame(sql)
        names = _names(self._values(one), self._values(other))
        found = compiler.get_converters([column for column, _sql, _alias in compiler.select])
        return _Written(
            sql,
            tuple(_parameter(*pair, names) for pair in zip(parameters, others, strict=True)),
            tuple((place, converters, column) for place, (converters, column) in sorted(found.items())),
        )


def _names(one: Mapping[str, Fact], other: Mapping[str, Fact]) -> list[tuple[Any, Any, str]]:
    """Each value as the database is given it in both made-up cases. Two names for one value would be a guess."""
    pairs = [(_to_database(one[name]), _to_database(other[name]), name) for name in one]
    alike = [name for mine, its, name in pairs if mine == its or sum((mine, its) == pair[:2] for pair in pairs) > 1]
    if alike:
        raise NotTheSame(", ".join(alike))
    return pairs


def _parameter(one: Any, other: Any, names: Sequence[tuple[Any, Any, str]]) -> tuple[str | None, Any]:  # noqa: ANN401
    if one == other:
        return None, one
    for mine, its, name in names:
        if (mine, its) == (one, other):
            return name, None
    raise NotTheSame(f"{one!r} / {other!r}")


def _to_database(value: Fact) -> Any:  # noqa: ANN401
    field = next(field for kind, field in _FIELDS if isinstance(value, kind))
    return field.get_db_prep_value(value, connection, prepared=False)


def _converted(row: Row, converters: tuple[tuple[int, list[Any], Any], ...]) -> Row:
    columns = list(row)
    for place, each, column in converters:
        for convert in each:
            columns[place] = convert(columns[place], column, connection)
    return tuple(columns)
