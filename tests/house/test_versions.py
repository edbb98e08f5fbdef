"""A database of every earlier version is migrated forward: nothing is lost, the audit is whole, the tables are today's."""

import gzip
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest
from django.apps import apps
from django.core import serializers
from django.db import transaction
from django.db.models import Model

from bordenden.audit.verification import verify_all
from bordenden.foundation.snapshot import snapshot, tell
from tests.flushing import triggers_at_rest
from tools.version_fixture import FOLDER, version

VERSIONS = sorted(FOLDER.glob("*.sql.gz"))
# What Django keeps for itself differs between versions and is made anew by each migration.
DJANGOS_OWN = {"django_migrations", "django_content_type", "auth_permission", "sqlite_sequence"}
SCHEMA = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"


def product(database: Path, *words: str) -> str:
    """One word of the product's own command on this database; what it said."""
    environment = os.environ | {
        "BORDENDEN_DATABASE": f"sqlite:///{database}",
        "BORDENDEN_LOCAL": "1",
        "BORDENDEN_VAR": str(database.parent),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "bordenden", *words]
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


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database of today."""
    database = tmp_path_factory.mktemp("fresh") / "fresh.sqlite3"
    product(database, "migrate", "--verbosity", "0")
    return database


@pytest.fixture(scope="module", params=VERSIONS, ids=lambda path: path.name.removesuffix(".sql.gz"))
def migrated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A database as that version left it, and a copy of it migrated forward to today."""
    folder = tmp_path_factory.mktemp("version")
    old, new = folder / "old.sqlite3", folder / "new.sqlite3"
    sql = gzip.decompress(request.param.read_bytes()).decode()
    for database in (old, new):
        raw = sqlite3.connect(database)
        raw.executescript(sql)
        raw.close()
    product(new, "migrate", "--verbosity", "0")
    return old, new


def test_this_version_has_left_a_database_behind() -> None:
    assert f"{version()}.sql.gz" in {path.name for path in VERSIONS}


def test_no_row_is_lost_on_the_way(migrated: tuple[Path, Path]) -> None:
    old, new = migrated
    before, after = counts(old), counts(new)
    assert before["people_person"] == 13
    assert {name: after.get(name) for name in before} == before


def test_the_tables_become_those_of_a_fresh_database(migrated: tuple[Path, Path], fresh: Path) -> None:
    _old, new = migrated
    assert schema(new) == schema(fresh)


def test_django_and_sqlite_find_nothing_wrong(migrated: tuple[Path, Path]) -> None:
    _old, new = migrated
    assert "no issues" in product(new, "check", "--database", "default")
    assert product(new, "makemigrations", "--check", "--dry-run") == "No changes detected\n"
    with sqlite3.connect(new) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


def test_its_audit_is_sealed_and_whole(migrated: tuple[Path, Path]) -> None:
    _old, new = migrated
    lines = product(new, "audit", "verify").splitlines()
    assert len(lines) >= 2
    for line in lines:
        assert re.fullmatch(r"\d+: blocks [1-9]\d*, sealed [1-9]\d*, not yet 0: whole", line), line


def test_its_rows_move_to_this_database_and_stay_whole(migrated: tuple[Path, Path], db: None) -> None:
    """The way from SQLite to PostgreSQL: version fixtures are SQLite's, so on PostgreSQL the rows come by Django's
    serialisation, row by row under the walls between municipalities; on SQLite the same road is walked. The triggers
    rest meanwhile, as they must for any restore: a published instrument takes no new questions."""
    _old, new = migrated
    leave_out = ["--exclude", "contenttypes", "--exclude", "auth.permission", "--exclude", "sessions"]
    moved = product(new, "dumpdata", "--format", "jsonl", *leave_out)
    with transaction.atomic(), triggers_at_rest():
        for row in serializers.deserialize("jsonl", moved):
            tell(*_place(row.object))
            row.save()
    assert _rows_here() == {name: number for name, number in counts(new).items() if name in _rows_here()}
    with snapshot(None, None, national=True):
        verdicts = verify_all()
    assert [verdict.fault for verdict in verdicts] == [None] * len(verdicts)
    assert sum(verdict.sealed for verdict in verdicts) == counts(new)["audit_entry"]


def _place(row: Model) -> tuple[int | None, UUID | None]:
    """Whose row it is: the municipality and the person that the database's walls ask for."""
    said = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    owner = said.get("owner")
    return said.get("municipality_id", said.get("municipality")), owner if isinstance(owner, UUID) else None


def _rows_here() -> dict[str, int]:
    """How many rows of ours stand in this test's database, whatever wall they stand behind."""
    with snapshot(None, None, national=True):
        return {
            model._meta.db_table: model._default_manager.count()
            for model in apps.get_models()
            if model.__module__.startswith("bordenden") and model._meta.label != "drafts.Draft"
        }
