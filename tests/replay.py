"""A made-up world is built once in a run; every later test that asks for it gets the same rows poured in."""

import hashlib
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import django
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from tests.flushing import triggers_at_rest
from tests.tables import FOLDER, one_at_a_time
from tools.shell import ROOT

W = TypeVar("W")
Rows = dict[str, list[Any]]
# What a world is made of, its words included.
SOURCE = {".py", ".toml", ".csv", ".mo"}


@dataclass(frozen=True, slots=True)
class Recording(Generic[W]):
    """The rows a world added, table by table, and the world itself as it was handed out."""

    rows: Rows
    world: bytes


class Replayed(Generic[W]):
    """Builds the world the first time it is asked for, and pours its rows in every time after.

    A world that changes or removes rows which stood there before cannot be replayed, and says so. One that is
    `kept_as` a file is built by the first worker that asks, and by no other as long as the source is the same.
    """

    def __init__(self, build: Callable[[], W], *, kept_as: str = "") -> None:
        self._build, self._kept_as = build, kept_as
        self._recording: Recording[W] | None = None

    def __call__(self) -> W:
        """The world, in the database of the test; its people and things are nobody else's copies."""
        self.pour()
        return self.copy()

    def pour(self) -> None:
        """Have its rows in the database."""
        with transaction.atomic():
            if self._recording is None:
                self._recording = self._kept() if self._kept_as else self._record()
            else:
                _pour(self._recording.rows)

    def copy(self) -> W:
        """The world as it was handed out when it was built; its rows must stand in the database."""
        if self._recording is None:
            raise RuntimeError("Nobody has poured it yet.")
        world: W = pickle.loads(self._recording.world)
        return world

    def _kept(self) -> Recording[W]:
        """Whoever comes second waits for the first, and pours in what it has made."""
        named = f"world_{self._kept_as}_{connection.vendor}"
        with one_at_a_time(named):
            file = FOLDER / f"{named}_{_source()}"
            if file.exists():
                kept: Recording[W] = pickle.loads(file.read_bytes())
                _pour(kept.rows)
                return kept
            made = self._record()
            for older in FOLDER.glob(f"{named}_*"):
                older.unlink()
            unfinished = FOLDER / f"unfinished_{named}"
            unfinished.write_bytes(pickle.dumps(made))
            unfinished.rename(file)
            return made

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


def _source() -> str:
    """The same as long as the same world would be made of it."""
    digest = hashlib.sha256(django.__version__.encode())
    for path in [Path(__file__), *sorted(path for path in (ROOT / "src").rglob("*") if path.suffix in SOURCE)]:
        digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


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
