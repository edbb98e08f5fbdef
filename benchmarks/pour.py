"""Pours many made-up rows into a table: one statement on SQLite, COPY as the cluster's owner on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, TypeAlias
from uuid import UUID

import psycopg
from django.conf import settings
from django.db import connection
from django.db.models import Field, Model

Row: TypeAlias = tuple[Any, ...]


def pour(model: type[Model], names: Sequence[str], rows: Iterable[Row]) -> None:
    """Add the rows; `names` are the fields the tuples hold, the rest gets its default."""
    fields: list[Field[Any, Any]] = [field for field in model._meta.concrete_fields if field.attname in names]
    if {field.attname for field in fields} != set(names):
        raise ValueError(f"{model.__name__} has no such fields: {set(names) - {field.attname for field in fields}}")
    rest = [f for f in model._meta.concrete_fields if f.attname not in names and not f.generated and not _counted(f)]
    by_name = {field.attname: str(field.column) for field in fields}
    columns = [by_name[name] for name in names] + [str(field.column) for field in rest]
    tail = tuple(field.get_default() for field in rest)
    _add(model._meta.db_table, columns, (row + tail for row in rows))


def _counted(field: Field[Any, Any]) -> bool:
    """A running number, which the database gives."""
    return field.primary_key and not field.has_default()


def _add(table: str, columns: Sequence[str], rows: Iterator[Row]) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    if connection.vendor == "postgresql":
        sql = f'COPY "{table}" ({names}) FROM STDIN'.encode()
        with _keeper() as keeper, keeper.cursor() as cursor, cursor.copy(sql) as copy:
            for row in rows:
                copy.write_row(row)
        return
    connection.ensure_connection()
    marks = ", ".join("?" * len(columns))
    plain = (tuple(_PLAIN.get(type(value), _same)(value) for value in row) for row in rows)
    connection.connection.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', plain)


@contextmanager
def _keeper() -> Iterator[psycopg.Connection]:
    """The owner of the cluster: COPY stops at the walls between municipalities, and foreign keys cost an hour."""
    own = settings.DATABASES["default"]
    with psycopg.connect(host=own["HOST"], dbname=own["NAME"], user="keeper") as keeper:
        keeper.execute("SET session_replication_role = replica")
        yield keeper


def _same(value: object) -> object:
    return value


@cache
def _moment(value: datetime) -> str:
    """As Django writes it on SQLite."""
    return str(value.astimezone(UTC).replace(tzinfo=None))


_PLAIN: dict[type, Callable[[Any], object]] = {
    UUID: lambda value: value.hex,
    datetime: _moment,
    date: date.isoformat,
}
