"""Questions whose words never change: Django writes their SQL once a process, and each time only values are put in.

Writing the SQL of a long question takes Django many times what the database takes to answer it. A question is built
twice with made-up values that have nothing in common; what differs between the two must be one of the values that are
named, else the question is refused: nothing that depends on who asks, or when, can stay behind in the text.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, Generic, ParamSpec, TypeAlias, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import DateField, DateTimeField, Field, IntegerField, QuerySet, TextField, UUIDField
from django.db.models.query import ModelIterable, ValuesListIterable, get_related_populators
from django.db.models.sql.compiler import SQLCompiler

A = TypeVar("A")
P = ParamSpec("P")
R = TypeVar("R")
Fact: TypeAlias = UUID | datetime | date | int | str
Row: TypeAlias = tuple[Any, ...]
# A moment is a date too, so it is asked for first.
_FIELDS: tuple[tuple[type, "Field[Any, Any]"], ...] = (
    (UUID, UUIDField()),
    (datetime, DateTimeField()),
    (date, DateField()),
    (int, IntegerField()),
    (str, TextField()),
)
_A_MOMENT, _A_DAY = datetime(2021, 3, 10, 9, 26, 53, 589793, tzinfo=UTC), date(1931, 2, 3)
# More than any question has; what comes after these is asked as Django does it.
MOST_KEPT = 300


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
        return _asked(written, {name: _to_database(value) for name, value in self._values(about).items()})

    def _write(self, most: int) -> _Written:
        one, other = self._made_up()
        names = _names(self._values(one), self._values(other))
        return _written(self._build(one, most), self._build(other, most), names)[0]


class Question(Generic[P, R]):
    """A question by its facts, as a decorator of what builds it; its rows come as those of the queryset: models too.

    What is given by name are facts (or lists of facts) that are put in each time; what is given by place shapes the
    words ("the first 20"), and each is written down by itself.
    """

    def __init__(self, build: Callable[P, QuerySet[Any, R]]) -> None:
        self._build = build
        self._kept: dict[Hashable, tuple[_Written, Callable[[Row], R] | None]] = {}

    def ask(self, *shape: P.args, **facts: P.kwargs) -> list[R]:
        """The rows. One query, and one for none: the words of a list of no facts cannot be written."""
        values, lengths = _spread(facts)
        key = (connection.vendor, shape, lengths)
        kept = self._kept.get(key)
        if kept is None:
            if 0 in lengths or len(self._kept) >= MOST_KEPT:
                return list(self._build(*shape, **facts))
            kept = self._kept[key] = self._write(shape, facts)
        written, made = kept
        rows = _asked(written, {name: _to_database(value) for name, value in values.items()})
        return [made(row) for row in rows] if made else rows  # type: ignore[return-value]

    def _write(self, shape: Any, facts: Any) -> tuple[_Written, Callable[[Row], R] | None]:  # noqa: ANN401
        numbers = count(1)
        one, other = ({name: _made_up(fact, numbers) for name, fact in facts.items()} for _ in range(2))
        rows = self._build(*shape, **one)
        written, compiler = _written(rows, self._build(*shape, **other), _names(_spread(one)[0], _spread(other)[0]))
        return written, _maker(rows, compiler)


def _spread(facts: Mapping[str, Any]) -> tuple[dict[str, Fact], tuple[int, ...]]:
    """Each fact by its name, those of a list by their place in it; and how long each list is."""
    values: dict[str, Fact] = {}
    lengths = []
    for name, fact in facts.items():
        if isinstance(fact, (list, tuple)):
            lengths.append(len(fact))
            values |= {f"{name} {place}": one for place, one in enumerate(fact)}
        else:
            values[name] = fact
    return values, tuple(lengths)


def _made_up(fact: Any, numbers: Iterator[int]) -> Any:  # noqa: ANN401
    """Something of the same kind that was never asked for. A moment is a date too, so it is looked for first."""
    if isinstance(fact, (list, tuple)):
        return [_made_up(one, numbers) for one in fact]
    number = next(numbers)
    if isinstance(fact, UUID):
        return UUID(int=number)
    if isinstance(fact, datetime):
        return _A_MOMENT + number * timedelta(days=41, seconds=7)
    if isinstance(fact, date):
        return _A_DAY + number * timedelta(days=37)
    if isinstance(fact, int) and not isinstance(fact, bool):
        return -1_000_003 * number
    if type(fact) is str:
        return f"opdigtet {number}"
    raise TypeError(f"{fact!r} is no fact: give what shapes the words by its place.")


def _maker(rows: QuerySet[Any, Any], compiler: SQLCompiler) -> Callable[[Row], Any] | None:
    """How a row of columns becomes what the queryset gives; None where it is the columns."""
    if rows._iterable_class is ValuesListIterable:
        return None
    hung_on = rows._prefetch_related_lookups or rows._known_related_objects  # type: ignore[attr-defined]
    if rows._iterable_class is not ModelIterable or hung_on or compiler.klass_info is None:
        raise NotTheSame(f"{rows.model.__name__}: rows of another kind, or with more hung on them.")
    kind = compiler.klass_info
    start, end = kind["select_fields"][0], kind["select_fields"][-1] + 1
    names = [column.target.attname for column, _sql, _alias in compiler.select[start:end]]
    beside = get_related_populators(kind, compiler.select, connection.alias)  # type: ignore[call-arg]
    also = tuple((compiler.annotation_col_map or {}).items())

    def thing(row: Row) -> Any:  # noqa: ANN401
        made = kind["model"].from_db(connection.alias, names, row[start:end])
        for populator in beside:
            populator.populate(row, made)
        for name, place in also:
            setattr(made, name, row[place])
        return made

    return thing


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
    field = next((field for kind, field in _FIELDS if isinstance(value, kind)), None)
    if field is None:
        raise TypeError(f"{value!r} is no fact: give what shapes the words by its place.")
    return field.get_db_prep_value(value, connection, prepared=False)


def _converted(row: Row, converters: tuple[tuple[int, list[Any], Any], ...]) -> Row:
    columns = list(row)
    for place, each, column in converters:
        for convert in each:
            columns[place] = convert(columns[place], column, connection)
    return tuple(columns)


def _written(
    one: QuerySet[Any, Any], other: QuerySet[Any, Any], names: Sequence[tuple[Any, Any, str]]
) -> tuple[_Written, SQLCompiler]:
    """The question of both, which must be the same in words; with what wrote it."""
    compiler = one.query.get_compiler(connection=connection)
    sql, parameters = compiler.as_sql()
    other_sql, others = other.query.get_compiler(connection=connection).as_sql()
    if sql != other_sql or len(parameters) != len(others):
        raise NotTheSame(sql)
    found = compiler.get_converters([column for column, _sql, _alias in compiler.select])
    return _Written(
        sql,
        tuple(_parameter(*pair, names) for pair in zip(parameters, others, strict=True)),
        tuple((place, converters, column) for place, (converters, column) in sorted(found.items())),
    ), compiler


def _asked(written: _Written, values: Mapping[str, Any]) -> list[Row]:
    parameters = [always if name is None else values[name] for name, always in written.parameters]
    with connection.cursor() as cursor:
        cursor.execute(written.sql, parameters)
        rows: list[Row] = cursor.fetchall()
    return [_converted(row, written.converters) for row in rows] if written.converters else rows
