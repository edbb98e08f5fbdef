"""The second wall: on PostgreSQL a role that owns nothing sees the rows of one municipality, or none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.migrations import RunSQL
from django.db.migrations.state import ProjectState

from bordenden.foundation.engine_sql import EngineSQL
from bordenden.foundation.rls import municipality_wall, owner_wall
from bordenden.foundation.snapshot import snapshot, writing

AALBORG, ODENSE, NATIONAL = 851, 461, 0
BO, OLE = UUID(int=2), UUID(int=3)
WALLS = [*municipality_wall("scratch"), *owner_wall("scratch_own")]


@pytest.fixture
def scratch() -> Iterator[None]:
    """Two tables with the walls, and a role of the kind the application has: no owner, no BYPASSRLS."""
    run("CREATE TABLE scratch (id integer PRIMARY KEY, municipality_id integer NOT NULL)")
    run("CREATE TABLE scratch_own (id integer PRIMARY KEY, owner {uuid} NOT NULL)")
    run(f"INSERT INTO scratch VALUES (1, {AALBORG}), (2, {AALBORG}), (3, {ODENSE}), (4, {NATIONAL})")
    run(f"INSERT INTO scratch_own VALUES (1, '{BO}'), (2, '{OLE}')")
    for wall in WALLS:
        migrate(wall.database_forwards)
    only_postgresql("CREATE ROLE scratch_app NOLOGIN NOBYPASSRLS NOSUPERUSER")
    only_postgresql("GRANT SELECT, INSERT, UPDATE, DELETE ON scratch, scratch_own TO scratch_app")
    yield
    run("DROP TABLE scratch")
    run("DROP TABLE scratch_own")
    only_postgresql("DROP ROLE scratch_app")


def run(sql: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql.format(uuid="uuid" if connection.vendor == "postgresql" else "char(36)"))
        return list(cursor.fetchall()) if cursor.description else []


def only_postgresql(sql: str) -> None:
    if connection.vendor == "postgresql":
        run(sql)


def migrate(step: Callable[..., None]) -> None:
    with connection.schema_editor() as editor:
        step("foundation", editor, ProjectState(), ProjectState())


@contextmanager
def as_the_application() -> Iterator[None]:
    only_postgresql("SET LOCAL ROLE scratch_app")
    yield
    only_postgresql("RESET ROLE")


def numbers(table: str = "scratch") -> list[int]:
    with as_the_application():
        return [int(str(row[0])) for row in run(f"SELECT id FROM {table} ORDER BY id")]


def walled(seen: list[int], everything: list[int]) -> list[int]:
    """What is expected: SQLite has no such wall, and holds one municipality's rows apart by the gate alone."""
    return seen if connection.vendor == "postgresql" else everything


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("scratch")
@pytest.mark.parametrize(
    ("municipality", "national", "seen"),
    [
        (AALBORG, False, [1, 2]),
        (ODENSE, False, [3]),
        (NATIONAL, False, [4]),
        (999, False, []),
        (None, False, []),
        (None, True, [1, 2, 3, 4]),
        (ODENSE, True, [1, 2, 3, 4]),
    ],
)
def test_each_municipality_sees_its_own_rows_and_nobody_told_sees_none(
    municipality: int | None, national: bool, seen: list[int]
) -> None:
    with snapshot(municipality, BO, national=national):
        assert numbers() == walled(seen, [1, 2, 3, 4])


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("scratch")
def test_nothing_told_at_all_shows_nothing_also_after_somebody_was_told() -> None:
    with transaction.atomic():
        assert numbers() == walled([], [1, 2, 3, 4])
    with snapshot(AALBORG, BO):
        pass
    with transaction.atomic():
        assert numbers() == walled([], [1, 2, 3, 4])


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("scratch")
def test_a_writer_reaches_the_rows_of_its_own_municipality() -> None:
    with writing(AALBORG, BO), as_the_application():
        run(f"INSERT INTO scratch VALUES (5, {AALBORG})")
        run("DELETE FROM scratch WHERE id IN (1, 3)")
        run("UPDATE scratch SET id = id + 10 WHERE id IN (2, 4)")
    expected = walled([3, 4, 5, 12], [5, 12, 14])
    assert [row[0] for row in run("SELECT id FROM scratch ORDER BY id")] == expected


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("scratch")
@pytest.mark.parametrize(
    "sql",
    [
        f"INSERT INTO scratch VALUES (5, {ODENSE})",
        f"UPDATE scratch SET municipality_id = {ODENSE} WHERE id = 1",
        f"INSERT INTO scratch_own VALUES (5, '{OLE}')",
        f"UPDATE scratch_own SET owner = '{OLE}' WHERE id = 1",
    ],
)
def test_a_row_cannot_be_put_into_a_foreign_place(sql: str) -> None:
    def put() -> None:
        with writing(AALBORG, BO), as_the_application():
            run(sql)

    if connection.vendor == "postgresql":
        with pytest.raises(DatabaseError, match="row-level security"):
            put()
    else:
        put()
    with writing(ODENSE, OLE), as_the_application():
        run(sql.replace("(5,", "(6,"))


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("scratch")
def test_a_national_reader_cannot_write() -> None:
    with pytest.raises(DatabaseError), snapshot(None, BO, national=True), as_the_application():
        run("DELETE FROM scratch")
    assert run("SELECT count(*) FROM scratch") == [(4,)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("scratch")
def test_an_owner_sees_the_own_rows_alone_and_no_nation_sees_more() -> None:
    for actor, national, seen in ((BO, False, [1]), (OLE, False, [2]), (None, False, []), (None, True, [])):
        with snapshot(AALBORG, actor, national=national):
            assert numbers("scratch_own") == walled(seen, [1, 2])


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("scratch")
def test_the_wall_can_be_taken_down() -> None:
    for wall in WALLS:
        migrate(wall.database_backwards)
    with snapshot(None, None):
        assert (numbers(), numbers("scratch_own")) == ([1, 2, 3, 4], [1, 2])


@pytest.mark.parametrize("name", ["scratch; DROP TABLE x", "Scratch", "", 'a"b'])
def test_only_a_plain_name_becomes_sql(name: str) -> None:
    with pytest.raises(ValueError):
        municipality_wall(name)
    with pytest.raises(ValueError):
        owner_wall("scratch", column=name)


@pytest.mark.django_db(transaction=True)
def test_a_step_for_one_engine_is_nothing_on_the_other() -> None:
    other = "sqlite" if connection.vendor == "postgresql" else "postgresql"
    broken = EngineSQL(other, "THIS IS NOT SQL", "NEITHER IS THIS")
    migrate(broken.database_forwards)
    migrate(broken.database_backwards)
    with pytest.raises(DatabaseError):
        migrate(EngineSQL(connection.vendor, "THIS IS NOT SQL", RunSQL.noop).database_forwards)
