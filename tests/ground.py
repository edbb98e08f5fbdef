"""The made-up world a test stands on: poured in once, and lent to test after test, each of which gives it back as it was."""

from typing import Any, TypeVar

import pytest
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from tests.replay import Replayed

W = TypeVar("W")
# A fixture that asks for one of these writes for good: nobody may stand in a transaction meanwhile.
FOR_GOOD = {"transactional_db", "live_server"}


class Ground:
    """One transaction that is never committed. Every test is a savepoint in it, and is rolled back as ever.

    Whoever asks for the same world as the test before finds it there; whoever asks for another, for none, or for a
    database that commits, gets what he would have got without this.
    """

    def __init__(self) -> None:
        self._standing: Replayed[Any] | None = None
        self._transaction = transaction.atomic()
        self._on: BaseDatabaseWrapper | None = None

    def lay(self, world: Replayed[Any] | None) -> None:
        """Have just this world in the database."""
        if world is not None and self._standing is world and self._is_whole():
            return
        self.clear()
        if world is None:
            return
        self._transaction, self._on = transaction.atomic(), connections[DEFAULT_DB_ALIAS]
        # As Django's own test case does it, so that what has to commit first of all may be tried in a test.
        setattr(self._transaction, "_from_testcase", True)  # noqa: B010 (the stubs do not know it)
        self._transaction.__enter__()
        world.pour()
        connection.check_constraints()
        self._standing = world

    def clear(self) -> None:
        """Roll back to a database without anybody.

        The first browser begins an event loop, and Django then has another connection in the same thread: what stands on
        the one before is given up by closing it.
        """
        if self._standing is None or self._on is None:
            return
        self._standing = None
        if self._on is not connections[DEFAULT_DB_ALIAS]:
            # Left as one that may be opened again: when the last browser is gone it is Django's connection once more.
            self._on.in_atomic_block = False
            self._on.close()
        elif connection.in_atomic_block:
            transaction.set_rollback(True)
            self._transaction.__exit__(None, None, None)

    def world(self, world: Replayed[W]) -> W:
        """A copy of the world that is nobody else's; where the test does not stand on it, it is poured in now."""
        return world.copy() if self._standing is world else world()

    def _is_whole(self) -> bool:
        on = connections[DEFAULT_DB_ALIAS]
        return on is self._on and on.in_atomic_block and not on.needs_rollback and not on.closed_in_transaction


def wanted(names: list[str], marks: pytest.Mark | None, worlds: dict[str, Replayed[Any]]) -> str | None:
    """The world a test with these fixtures stands on, if it is one that only reads and is rolled back."""
    if FOR_GOOD & set(names) or (marks is not None and marks.kwargs.get("transaction")):
        return None
    return next((name for name in worlds if name in names), None)
