"""The two phases of a request: a read in one snapshot that cannot write, and a write in one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from uuid import UUID

from django.db import connection, transaction

from bordenden.foundation.turns import writers

_SETTINGS = ("app.municipality", "app.actor", "app.national")
_SAY = "SELECT " + ", ".join("set_config(%s, %s, true)" for _ in _SETTINGS)


@contextmanager
def snapshot(municipality: int | None, actor: UUID | None, *, national: bool = False) -> Iterator[None]:
    """Everything read inside is of one moment; every attempt to write raises a DatabaseError.

    No write lock is taken. On PostgreSQL row-level security shows the rows of the one municipality (None:
    none at all); `national` shows those of all, for reading only. Inside a transaction that is already
    open (tests, a snapshot in a snapshot) that transaction's moment is used, and writes are still refused.
    """
    if connection.vendor == "postgresql":
        with _read_only_postgresql(*telling(municipality, actor, national=national)), _unbroken():
            yield
    else:
        with _read_only_sqlite(), _unbroken():
            yield


@contextmanager
def writing(municipality: int | None, actor: UUID | None, *, national: bool = False) -> Iterator[None]:
    """One transaction for a whole user action, its municipality and actor told to the database.

    `national` lets it read the rows of every municipality; what it writes still stays in its own.
    """
    nested = connection.in_atomic_block
    with turn(), transaction.atomic():
        before = _said() if nested and connection.vendor == "postgresql" else None
        tell(municipality, actor, national=national)
        yield
        if before is not None:
            # Only a rolled back savepoint forgets by itself.
            _say(before)


def turn() -> AbstractContextManager[None]:
    """SQLite has one writer at a time: whoever is to begin a transaction there waits in line for it."""
    return nullcontext() if connection.vendor == "postgresql" or connection.in_atomic_block else writers.one()


@contextmanager
def _unbroken() -> Iterator[None]:
    """Django marks the transaction around a refused write as broken; nothing was written, so it is not."""
    if not connection.in_atomic_block:
        yield
        return
    before = transaction.get_rollback()
    try:
        yield
    finally:
        transaction.set_rollback(before)


@contextmanager
def _read_only_sqlite() -> Iterator[None]:
    """A deferred transaction: Django's own atomic() would take the write lock at once."""
    connection.ensure_connection()
    raw: sqlite3.Connection = connection.connection
    nested = raw.in_transaction
    refused_before = raw.execute("PRAGMA query_only").fetchone()[0]
    with connection.wrap_database_errors:
        raw.execute("PRAGMA query_only = ON")
    try:
        if not nested:
            raw.execute("BEGIN DEFERRED")
        yield
    finally:
        if connection.connection is raw:
            if not nested and raw.in_transaction:
                raw.execute("ROLLBACK")
            raw.execute(f"PRAGMA query_only = {int(refused_before)}")


@contextmanager
def _read_only_postgresql(say: str, told: list[str]) -> Iterator[None]:
    """How it is read and who asks are said in one message: every page begins with it."""
    if not connection.in_atomic_block:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; {say}", told)
            yield
        return
    # READ ONLY lasts to the end of the transaction unless the savepoint it was set in is rolled back.
    savepoint = transaction.savepoint()
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"SET TRANSACTION READ ONLY; {say}", told)
        yield
    finally:
        transaction.savepoint_rollback(savepoint)


def tell(municipality: int | None, actor: UUID | None, *, national: bool = False) -> None:
    """Say to the database who asks, until the transaction that is open ends; SQLite does not want to know."""
    if connection.vendor == "postgresql":
        _say(_told(municipality, actor, national))


def telling(municipality: int | None, actor: UUID | None, *, national: bool = False) -> tuple[str, list[str]]:
    """What `tell` says to PostgreSQL, and its parameters: for a message of which it is a part."""
    return _SAY, _parameters(_told(municipality, actor, national))


def _told(municipality: int | None, actor: UUID | None, national: bool) -> tuple[str, ...]:
    place = "" if municipality is None else str(int(municipality))
    return place, "" if actor is None else str(actor), "on" if national else ""


def _say(values: tuple[str, ...]) -> None:
    """Local to the transaction: a setting of the session would leak through a pool to the next request."""
    with connection.cursor() as cursor:
        cursor.execute(_SAY, _parameters(values))


def _parameters(values: tuple[str, ...]) -> list[str]:
    return [text for pair in zip(_SETTINGS, values, strict=True) for text in pair]


def _said() -> tuple[str, ...]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join("coalesce(current_setting(%s, true), '')" for _ in _SETTINGS), _SETTINGS)
        return tuple(cursor.fetchone())
