"""The server really goes the rounds in its own process where the settings say so, and does not where they do not."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from benchmarks.server import Server
from bordenden.rounds.table import ROUNDS
from tools.shell import ROOT

SECONDS = 40


def _a_database(path: Path) -> Path:
    """A copy of the tests' own, with every table and nothing in it."""
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
    return path


def _turns(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as database:
        return {name for (name,) in database.execute("SELECT name FROM rounds_turn WHERE ended_at IS NOT NULL")}


@pytest.mark.once
@pytest.mark.django_db(transaction=True)
def test_the_server_with_its_worker_goes_every_round_and_without_it_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiet, going = (_a_database(tmp_path / name) for name in ("quiet.sqlite3", "going.sqlite3"))
    settings = {
        "DJANGO_SETTINGS_MODULE": "bordenden.config.settings",
        "PYTHONPATH": str(ROOT / "src"),
        "BORDENDEN_LOCAL": "1",
        "BORDENDEN_SECRET_KEY": "only-for-this-test-" * 4,
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("BORDENDEN_WORKER", raising=False)
    monkeypatch.setenv("BORDENDEN_DATABASE", f"sqlite:///{quiet}")
    with Server():
        monkeypatch.setenv("BORDENDEN_WORKER", "1")
        monkeypatch.setenv("BORDENDEN_DATABASE", f"sqlite:///{going}")
        with Server():
            until = time.monotonic() + SECONDS
            while _turns(going) != {one.name for one in ROUNDS} and time.monotonic() < until:
                time.sleep(0.1)
        assert _turns(going) == {one.name for one in ROUNDS}
        assert _turns(quiet) == set()
