"""The audit as the application's own role meets it on PostgreSQL: it may add and read, and in its municipality only.

On SQLite there are no roles; the same story must hold there without them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction

from bordenden.audit.actions import record, seal_all, write_looks
from bordenden.audit.models import Block, Entry
from bordenden.audit.queries import heads, looks_at
from bordenden.audit.verification import verify_all
from bordenden.foundation.snapshot import snapshot, writing
from tests.audit.things import (
    AALBORG,
    AMINAS_PLAN,
    AMINAS_TABLE,
    BO,
    MONDAY,
    NIELS,
    NIELS_PLAN,
    NIELS_TABLE,
    ODENSE,
    look,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def walled() -> Iterator[bool]:
    """What follows is done by a role with the rights that docs/operations/postgresql.md gives; is there a wall?"""
    on_postgresql("CREATE ROLE audit_app NOLOGIN NOBYPASSRLS NOSUPERUSER")
    on_postgresql("GRANT SELECT, INSERT ON audit_entry, audit_block TO audit_app")
    with as_the_application():
        yield connection.vendor == "postgresql"
    on_postgresql("DROP OWNED BY audit_app")
    on_postgresql("DROP ROLE audit_app")


def on_postgresql(sql: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(sql)


@contextmanager
def as_the_application() -> Iterator[None]:
    on_postgresql("SET ROLE audit_app")
    try:
        yield
    finally:
        on_postgresql("RESET ROLE")


def test_the_application_can_add_look_seal_and_verify(walled: bool) -> None:
    with writing(AALBORG, BO.pk):
        record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=MONDAY)
    write_looks([look(), look("list"), look(on=NIELS_PLAN)], by=BO, at=MONDAY)
    assert [(block.municipality, block.count) for block in seal_all(at=MONDAY)] == [(ODENSE, 1), (AALBORG, 3)]
    with snapshot(None, None, national=True):
        assert [(v.municipality, v.sealed, v.fault) for v in verify_all(heads())] == [
            (ODENSE, 1, None),
            (AALBORG, 3, None),
        ]


def test_the_application_cannot_change_or_remove_even_where_no_trigger_stood(walled: bool) -> None:
    write_looks([look()], by=BO, at=MONDAY)
    for sql in ("UPDATE audit_entry SET act = 'x'", "DELETE FROM audit_entry"):
        with (
            pytest.raises(DatabaseError, match="permission denied" if walled else "append only"),
            writing(AALBORG, None),
        ):
            on_either(sql)


def on_either(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_another_municipality_reads_nothing_of_it_and_writes_nothing_into_it(walled: bool) -> None:
    write_looks([look()], by=BO, at=MONDAY)
    write_looks([look(on=NIELS_PLAN)], by=NIELS, at=MONDAY)
    with snapshot(ODENSE, NIELS.pk):
        assert looks_at(AMINAS_TABLE).count() == (0 if walled else 1)
        assert looks_at(NIELS_TABLE).count() == 1
    with transaction.atomic():
        assert Entry.objects.count() == (0 if walled else 2)
    if walled:
        with pytest.raises(DatabaseError, match="row-level security"), writing(ODENSE, NIELS.pk):
            record(act="goal.write", by=NIELS, thing=AMINAS_PLAN, at=MONDAY)
    with writing(ODENSE, NIELS.pk):
        record(act="goal.write", by=NIELS, thing=NIELS_PLAN, at=MONDAY)
    assert Block.objects.count() == 0
