"""Writes looks so that they are on disk before the page is sent: straight, or in groups by one thread."""

import atexit
import os
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from django.conf import settings
from django.db import connection, connections, transaction
from django.db.models import CharField
from django.db.models.constants import OnConflict

from bordenden.audit.models import Entry
from bordenden.foundation.snapshot import telling, turn

# Every column but the number, which the database gives; and how many rows one statement adds at most.
_FIELDS = tuple(field for field in Entry._meta.concrete_fields if not field.primary_key)
_columns = attrgetter(*(field.attname for field in _FIELDS))
AT_ONCE = 60
COLLECT_SECONDS = 0.005
PATIENCE_SECONDS = 10.0


class NotLogged(RuntimeError):
    """The looks could not be made durable. Nothing may be shown: the door answers 503."""


def insert(rows: Sequence[Entry]) -> None:
    """Inside a transaction: add the rows; a list look already stored this hour is passed over.

    The statement is written here and not by Django each time: every page waits for it.
    """
    with connection.cursor() as cursor:
        for statement, values in _statements(rows):
            cursor.execute(statement, values)


def _statements(rows: Sequence[Entry]) -> Iterator[tuple[str, list[Any]]]:
    for hourly in (False, True):
        kind = [row for row in rows if (row.hour is not None) == hourly]
        for begin in range(0, len(kind), AT_ONCE):
            some = kind[begin : begin + AT_ONCE]
            if connection.vendor == "postgresql":
                # It takes ids and moments as they are; a column at a time, for a list is many rows of a few values.
                columns = zip(*map(_columns, some), strict=True)
                yield _statement(connection.vendor, 1, hourly), [list(column) for column in columns]
            else:
                values = [
                    field.get_db_prep_save(value, connection)
                    for row in some
                    for field, value in zip(_FIELDS, _columns(row), strict=True)
                ]
                yield _statement(connection.vendor, len(some), hourly), values


@cache
def _statement(vendor: str, rows: int, hourly: bool) -> str:
    says = connection.ops
    conflict = OnConflict.IGNORE if hourly else None
    columns = ", ".join(says.quote_name(str(field.column)) for field in _FIELDS)
    if vendor == "postgresql":
        # As text: what is too long for its column is refused, and not cut as a cast to that column's type would.
        kinds = ["text" if isinstance(field, CharField) else field.db_type(connection) for field in _FIELDS]
        added = f"SELECT * FROM unnest({', '.join(f'%s::{kind}[]' for kind in kinds)})"  # noqa: S608 (types alone)
    else:
        added = "VALUES " + ", ".join([f"({', '.join(['%s'] * len(_FIELDS))})"] * rows)
    begin, table = says.insert_statement(on_conflict=conflict), says.quote_name(Entry._meta.db_table)
    return f"{begin} {table} ({columns}) {added} {says.on_conflict_suffix_sql([], conflict, [], [])}"


def write(rows: Sequence[Entry]) -> None:
    """Return when all rows are committed; else raise NotLogged, whatever went wrong."""
    if not rows:
        return
    if settings.AUDIT_WRITER == "group" and connection.vendor == "sqlite":
        _in_group(rows)
    else:
        _straight(rows)


def _in_group(rows: Sequence[Entry]) -> None:
    if connection.in_atomic_block:
        # This thread holds SQLite's write lock: the writer thread would wait for it in vain.
        raise NotLogged("looks are written after the transaction, not inside it")
    writer.write(rows)


def _straight(rows: Sequence[Entry]) -> None:
    try:
        _commit(rows)
    except Exception as error:
        raise NotLogged("the looks could not be written") from error


def _commit(rows: Sequence[Entry]) -> None:
    """One transaction of its own."""
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        _in_one_message(rows)
        return
    with turn(), transaction.atomic(durable=True):
        if connection.vendor == "postgresql":
            _in_one_message(rows)
        else:
            insert(rows)


def _in_one_message(rows: Sequence[Entry]) -> None:
    """Behind PostgreSQL's walls each row goes into its own municipality.

    What is sent as one message is one transaction, on the disk when it is answered: no BEGIN and COMMIT to wait for.
    """
    said: list[tuple[str, list[Any]]] = []
    for municipality in sorted({row.municipality for row in rows}):
        said.append(telling(municipality, None))
        said.extend(_statements([row for row in rows if row.municipality == municipality]))
    with connection.cursor() as cursor:
        cursor.execute("; ".join(words for words, _ in said), [value for _, values in said for value in values])


class _Waiting:
    """One thread's rows and the place where it waits for them."""

    def __init__(self, rows: Sequence[Entry]) -> None:
        self.rows = rows
        self.done = threading.Event()
        self.error: Exception | None = None


class GroupWriter:
    """One thread with a connection of its own commits the looks of all request threads in groups.

    The first in an idle queue is written at once. While one group is on its way to the disk the next
    gathers; when the last group held several, the thread waits for as many again, but never more than
    `collect` seconds.
    A group is one transaction: all of it is committed, or every waiter in it gets NotLogged.
    """

    def __init__(self, *, collect: float = COLLECT_SECONDS, patience: float = PATIENCE_SECONDS) -> None:
        self.collect = collect
        self.patience = patience
        self._changed = threading.Condition()
        self._queue: deque[_Waiting] = deque()
        self._thread: threading.Thread | None = None
        self._stopping = False

    def write(self, rows: Sequence[Entry]) -> None:
        """Hand the rows over and wait for the commit, at most `patience` seconds."""
        waiting = _Waiting(rows)
        with self._changed:
            self._ensure_thread()
            self._queue.append(waiting)
            self._changed.notify_all()
        if not waiting.done.wait(self.patience):
            self._give_up(waiting)
        if waiting.error is not None:
            raise NotLogged("the looks could not be written") from waiting.error

    def stop(self) -> None:
        """Write what is queued, close the connection, end the thread. A later write starts a new one."""
        with self._changed:
            thread, self._stopping = self._thread, True
            self._changed.notify_all()
        if thread is not None:
            thread.join(self.patience)
        with self._changed:
            self._thread, self._stopping = None, False

    def _ensure_thread(self) -> None:
        if self._stopping:
            raise NotLogged("the server is stopping")
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="audit-writer", daemon=True)
            self._thread.start()

    def _give_up(self, waiting: _Waiting) -> None:
        """Too late. Queued rows are withdrawn; rows under way may yet be stored, which only logs too much."""
        with self._changed:
            if waiting in self._queue:
                self._queue.remove(waiting)
        raise NotLogged(f"the looks were not written within {self.patience} seconds")

    def _run(self) -> None:
        expected = 1
        try:
            while group := self._next_group(expected):
                expected = len(group)
                self._commit(group)
        finally:
            connections.close_all()

    def _next_group(self, expected: int) -> list[_Waiting]:
        """Everybody who waits, once somebody does; nobody when the writer is to stop."""
        with self._changed:
            while not self._queue and not self._stopping:
                self._changed.wait()
            until = time.monotonic() + self.collect
            while len(self._queue) < expected and not self._stopping:
                left = until - time.monotonic()
                if left <= 0:
                    break
                self._changed.wait(left)
            group = list(self._queue)
            self._queue.clear()
        return group

    def _commit(self, group: list[_Waiting]) -> None:
        error: Exception | None = None
        try:
            _commit([row for waiting in group for row in waiting.rows])
        except Exception as caught:
            error = caught
            # The next group begins on a fresh connection: this one may be what is broken.
            connection.close()
        for waiting in group:
            waiting.error = error
            waiting.done.set()


writer = GroupWriter()


def _after_fork() -> None:
    """A child has none of the parent's threads, and its locks may have been copied while held."""
    writer.__init__(collect=writer.collect, patience=writer.patience)  # type: ignore[misc]


os.register_at_fork(after_in_child=_after_fork)
atexit.register(writer.stop)
