"""The PostgreSQL of the checks is real, its owner may make roles, and it leaves nothing behind."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from tools.postgres import cluster


def folder_of(address: str) -> Path:
    return Path(parse_qs(urlsplit(address).query)["host"][0])


def test_the_database_is_empty_and_its_owner_may_make_the_roles_that_tests_take_on() -> None:
    with cluster() as address, psycopg.connect(address) as connection:
        role = connection.execute("SELECT rolname, rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    assert role == ("bordenden", True)
    assert tables == (0,)


def test_nothing_answers_and_nothing_lies_there_afterwards() -> None:
    with cluster() as address:
        folder = folder_of(address)
        assert folder.is_dir()
    assert not folder.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address)


def fail_inside(seen: list[Path]) -> None:
    with cluster() as address:
        seen.append(folder_of(address))
        raise ZeroDivisionError


def test_a_run_that_fails_inside_takes_the_server_with_it() -> None:
    seen: list[Path] = []
    with pytest.raises(ZeroDivisionError):
        fail_inside(seen)
    assert [folder.exists() for folder in seen] == [False]
