"""A database of every earlier version is migrated forward: nothing is lost, the audit is whole, the tables are today's."""

import gzip
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest
from django.apps import apps
from django.core import serializers
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from bordenden.audit.verification import verify_all
from bordenden.config.database import database as told_by
from bordenden.foundation.snapshot import snapshot, tell
from tests import tables
from tests.flushing import triggers_at_rest
from tests.house.old_tables import place
from tests.walls import POSTGRESQL, ROLE
from tools.version_fixture import FOLDER, version

VERSIONS = sorted(FOLDER.glob("*.sql.gz"))
# The newest has rows of every kind: on both databases. The oldest has every migration before it: where tables are built
# anew for each change, which is SQLite. All others are in `make check-all`.
MARKS = {VERSIONS[0]: () if not POSTGRESQL else pytest.mark.slow, **dict.fromkeys(VERSIONS[1:-1], pytest.mark.slow)}
# What Django keeps for itself differs between versions and is made anew by each migration.
DJANGOS_OWN = {"django_migrations", "django_content_type", "auth_permission", "sqlite_sequence"}
DUMP = (
    "dumpdata",
    "--format",
    "jsonl",
    *("--exclude", "contenttypes", "--exclude", "auth.permission", "--exclude", "sessions"),
)
SCHEMA = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"

SHAPE = """
SELECT 'column', table_name, column_name, concat_ws(' ', data_type, character_maximum_length, is_nullable, column_default)
    FROM information_schema.columns WHERE table_schema = 'public'
UNION SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION SELECT 'function', '', proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
UNION SELECT 'policy', tablename, policyname, concat_ws(' ', permissive, cmd, qual, with_check) FROM pg_policies
UNION SELECT 'wall', relname, relrowsecurity::text, relforcerowsecurity::text
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
"""


def product(file: Path, *words: str) -> str:
    """One word of the product's own command on this database; what it said."""
    return run(f"sqlite:///{file}", "bordenden", *words)


def run(address: str, *words: str) -> str:
    """One module as a process of its own on the database with this address; what it said."""
    environment = os.environ | {
        "BORDENDEN_DATABASE": address,
        "BORDENDEN_LOCAL": "1",
        "BORDENDEN_VAR": tempfile.gettempdir(),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def counts(database: Path) -> dict[str, int]:
    """How many rows each table holds."""
    with sqlite3.connect(database) as raw:
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}
    raw.close()
    return {name: number for name, number in found.items() if name not in DJANGOS_OWN}


def schema(database: Path) -> set[tuple[str, str, str, str]]:
    """Every table, index and trigger, as SQLite keeps it, spaces apart."""
    with sqlite3.connect(database) as raw:
        rows = {(kind, name, on, " ".join(sql.split())) for kind, name, on, sql in raw.execute(SCHEMA)}
    raw.close()
    return rows


def id_of(path: Path) -> str:
    """How a version is called in the names of the tests."""
    return path.name.removesuffix(".sql.gz")


@pytest.fixture(
    scope="module",
    params=[*(pytest.param(one, marks=marks) for one, marks in MARKS.items()), VERSIONS[-1]],
    ids=id_of,
)
def migrated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A database as that version left it, and a copy of it migrated forward to today.

    What the product made of this very file with these very migrations stays for the next run: the other kind of database.
    """
    folder = tmp_path_factory.mktemp("version")
    old, new = folder / "old.sqlite3", folder / "new.sqlite3"
    compressed = request.param.read_bytes()
    left_behind(old, compressed)

    def forward(database: Path) -> None:
        left_behind(database, compressed)
        product(database, "migrate", "--verbosity", "0")

    shutil.copyfile(tables.kept(f"from-{sha256(compressed).hexdigest()[:16]}", forward), new)
    return old, new


def left_behind(database: Path, compressed: bytes) -> None:
    """The file that the version's dump makes."""
    raw = sqlite3.connect(database)
    raw.executescript(gzip.decompress(compressed).decode())
    raw.close()


@pytest.mark.once
def test_this_version_has_left_a_database_behind() -> None:
    assert f"{version()}.sql.gz" in {path.name for path in VERSIONS}


@pytest.mark.once
def test_no_row_is_lost_on_the_way(migrated: tuple[Path, Path]) -> None:
    old, new = migrated
    before, after = counts(old), counts(new)
    assert before["people_person"] >= 13
    assert {name: after.get(name) for name in before} == before


@pytest.mark.once
def test_the_tables_become_those_of_a_fresh_database(migrated: tuple[Path, Path]) -> None:
    _old, new = migrated
    assert schema(new) == schema(tables.on_sqlite())


@pytest.mark.once
def test_django_and_sqlite_find_nothing_wrong(migrated: tuple[Path, Path]) -> None:
    _old, new = migrated
    assert "no issues" in product(new, "check", "--database", "default")
    assert product(new, "makemigrations", "--check", "--dry-run") == "No changes detected\n"
    with sqlite3.connect(new) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


@pytest.mark.once
def test_its_audit_is_sealed_and_whole(migrated: tuple[Path, Path]) -> None:
    _old, new = migrated
    lines = product(new, "audit", "verify").splitlines()
    assert len(lines) >= 2
    for line in lines:
        assert re.fullmatch(r"\d+: blocks [1-9]\d*, sealed [1-9]\d*, not yet 0: whole", line), line


@pytest.mark.postgres
@pytest.mark.parametrize("migrated", VERSIONS[-1:], ids=id_of, indirect=True)
def test_its_rows_move_to_this_database_and_stay_whole(migrated: tuple[Path, Path], db: None) -> None:
    """The way from SQLite to PostgreSQL: version fixtures are SQLite's, so on PostgreSQL the rows come by Django's
    serialisation, row by row under the walls between municipalities. The newest version has rows of all kinds. The
    triggers rest meanwhile, as they must for any restore: a published instrument takes no new questions."""
    _old, new = migrated
    moved = product(new, *DUMP)
    with transaction.atomic(), triggers_at_rest():
        for row in serializers.deserialize("jsonl", moved):
            tell(*place(row.object))
            row.save()
    assert _rows_here() == {name: number for name, number in counts(new).items() if name in _rows_here()}
    with snapshot(None, None, national=True):
        verdicts = verify_all()
    assert [verdict.fault for verdict in verdicts] == [None] * len(verdicts)
    assert sum(verdict.sealed for verdict in verdicts) == counts(new)["audit_entry"]


def shape(address: str) -> set[tuple[str, ...]]:
    """The shape of the database with this address."""
    told = told_by(address)
    told["OPTIONS"] = {key: value for key, value in told["OPTIONS"].items() if key != "pool"}
    there = ConnectionHandler({"default": told})["default"]
    try:
        return shape_of(there)
    finally:
        there.close()


def shape_of(there: BaseDatabaseWrapper) -> set[tuple[str, ...]]:
    """Columns, constraints, indexes, triggers and walls, as the database itself tells them, spaces apart."""
    with there.cursor() as cursor:
        cursor.execute(SCHEMA if there.vendor == "sqlite" else SHAPE)
        return {tuple(" ".join(str(text).split()) for text in row) for row in cursor.fetchall()}


@contextmanager
def a_database(folder: Path) -> Iterator[tuple[str, str]]:
    """An empty database; its address for its owner, whom the walls bind, and for whoever reads all that is in it."""
    if connection.vendor == "sqlite":
        address = f"sqlite:///{folder / 'owners.sqlite3'}"
        yield address, address
        return
    name = f"owners_{ROLE}"
    told = {key: quote(str(connection.settings_dict[key]), safe="") for key in ("USER", "PASSWORD", "HOST", "PORT")}
    where = f"/{name}?host={told['HOST']}&port={told['PORT']}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {name} LOGIN PASSWORD 'hers' NOSUPERUSER NOBYPASSRLS")
        cursor.execute(f"CREATE DATABASE {name} OWNER {name}")
        try:
            yield f"postgresql://{name}:hers@{where}", f"postgresql://{told['USER']}:{told['PASSWORD']}@{where}"
        finally:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
            cursor.execute(f"DROP ROLE {name}")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_its_owner_migrates_it_behind_the_walls_and_every_row_becomes_the_same(
    migrated: tuple[Path, Path], tmp_path: Path
) -> None:
    """On PostgreSQL the walls bind the tables' owner too: a migration that forgets it changes no row, silently."""
    old, new = migrated
    with a_database(tmp_path) as (owner, reader):
        run(owner, "tests.house.old_tables", str(old))
        run(owner, "bordenden", "migrate", "--verbosity", "0")
        assert the_rows(run(reader, "bordenden", *DUMP)) == the_rows(product(new, *DUMP))
        assert shape(reader) == shape_of(connection)


def the_rows(dumped: str) -> set[str]:
    """One text a row: PostgreSQL keeps what is written as JSON in an order of its own."""
    return {json.dumps(json.loads(line), sort_keys=True) for line in dumped.splitlines()}


def _rows_here() -> dict[str, int]:
    """How many rows of ours stand in this test's database, whatever wall they stand behind."""
    with snapshot(None, None, national=True):
        return {
            model._meta.db_table: model._default_manager.count()
            for model in apps.get_models()
            if model.__module__.startswith("bordenden") and model._meta.label != "drafts.Draft"
        }
