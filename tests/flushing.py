"""Lets tests with real transactions empty the append-only tables afterwards: their triggers rest meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connections

# What a migration put there is there in every database.
numbers_for_everybody = import_module("bordenden.people.migrations.0003_crisis_lines").everybodys
how_everybody_complains = import_module(
    "bordenden.plans.migrations.0007_rulings_walled_and_how_to_complain"
).everybodys


@pytest.fixture(scope="session", autouse=True)
def flush_without_triggers() -> Iterator[None]:
    """pytest-django empties every table after a test with `transaction=True`; the audit refuses that."""
    engine: Any = type(connections["default"].ops)
    original = engine.execute_sql_flush

    def flush(operations: Any, statements: list[str]) -> None:
        with _resting(operations.connection):
            original(operations, statements)
        for put_back in (numbers_for_everybody, how_everybody_complains):
            put_back(apps, operations.connection.schema_editor())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "execute_sql_flush", flush)
        yield


@contextmanager
def triggers_at_rest(alias: str = "default") -> Iterator[None]:
    """What somebody with the database password can do: change rows that the triggers guard."""
    with _resting(connections[alias]):
        yield


@contextmanager
def _resting(connection: Any) -> Iterator[None]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            try:
                yield
            finally:
                cursor.execute("SET session_replication_role = origin")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        try:
            yield
        finally:
            for _, sql in triggers:
                cursor.execute(sql)
