"""A made-up world is built once in a run; every later test that asks for it gets the same rows poured in."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from tests.flushing import triggers_at_rest

W = TypeVar("W")
Rows = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Recording(Generic[W]):
    """The rows a world added, table by table, and the world itself as it was handed out."""

    rows: Rows
    world: bytes


class Replayed(Generic[W]):
    """Builds the world the first time it is asked for, and pours its rows in every time after.

    A world that changes or removes rows which stood there before cannot be replayed, and says so.
    """

    def __init__(self, build: Callable[[], W]) -> None:
        self._build = build
        self._recording: Recording[W] | None = None

    def __call__(self) -> W:
        """The world, in the database of the test; its people and things are nobody else's copies."""
        self.pour()
        return self.copy()

    def pour(self) -> None:
        """Have its rows in the database."""
        with transaction.atomic():
            if self._recording is None:
                self._recording = self._record()
            else:
                _pour(self._recording.rows)

    def copy(self) -> W:
        """The world as it was handed out when it was built; its rows must stand in the database."""
        if self._recording is None:
            raise RuntimeError("Nobody has poured it yet.")
        world: W = pickle.loads(self._recording.world)
        return world

    def _record(self) -> Recording[W]:
        before = _everything()
        world = self._build()
        after = _everything()
        there = {table: set(rows) for table, rows in before.items()}
        lost = [table for table, rows in there.items() if not rows <= set(after[table])]
        if lost:
            raise RuntimeError(f"The world changed rows that stood there before: {', '.join(lost)}")
        added = {table: [row for row in rows if row not in there[table]] for table, rows in after.items()}
        return Recording({table: rows for table, rows in added.items() if rows}, pickle.dumps(world))


def _tables() -> list[str]:
    """Every table of a model, those Django makes between two included."""
    return sorted({model._meta.db_table for model in apps.get_models(include_auto_created=True)})


def _everything() -> Rows:
    return {table: _read(table) for table in _tables()}


def _read(table: str) -> list[Any]:
    """Every row as the database gives it: values on SQLite, lines of COPY on PostgreSQL."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
            return b"".join(bytes(block) for block in copy).splitlines(keepends=True)
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        return list(cursor.fetchall())


def _pour(recorded: Rows) -> None:
    """In any order: foreign keys are looked at when the transaction ends, and the triggers that guard an order rest."""
    with triggers_at_rest():
        for table, rows in recorded.items():
            _write(table, rows)
    _count_on(recorded)


def _write(table: str, rows: list[Any]) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
            copy.write(b"".join(rows))
        return
    places = ", ".join(["%s"] * len(rows[0]))
    with connection.cursor() as cursor:
        cursor.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)


def _count_on(recorded: Rows) -> None:
    """Running numbers go on after the rows that were poured in."""
    models = [model for model in apps.get_models() if model._meta.db_table in recorded]
    statements = connection.ops.sequence_reset_sql(no_style(), models)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
