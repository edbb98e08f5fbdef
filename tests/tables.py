"""The tables of today, migrated once and copied for every database of the tests; as a module of its own it only migrates."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import quote

import django
from django.db import connection

from tools.shell import ROOT, VAR, product_environment

FOLDER = VAR / "check"
# What decides which tables a migration makes: itself, what it imports, the models it is made for, and Django.
DECIDE = ("*/migrations/*.py", "*/models.py", "*/models/*.py", "foundation/*.py", "config/*.py")
PREFIX = "tables_"


@cache
def name() -> str:
    """The same as long as a migration would make the same tables."""
    digest = hashlib.sha256(django.__version__.encode())
    house = ROOT / "src" / "bordenden"
    for path in sorted(path for pattern in DECIDE for path in house.glob(pattern)):
        digest.update(str(path.relative_to(house)).encode() + path.read_bytes())
    return PREFIX + digest.hexdigest()[:16]


def lay() -> None:
    """The test database of this process, with every table and without a row but what migrations put there."""
    to = connection.settings_dict["TEST"]["NAME"] or f"test_{connection.settings_dict['NAME']}"
    if connection.vendor == "sqlite":
        for beside in ("", "-wal", "-shm"):
            Path(to + beside).unlink(missing_ok=True)
        shutil.copyfile(on_sqlite(), to)
        return
    with one_at_a_time("cluster"):
        made = _made_database()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{to}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{to}" TEMPLATE {made}')


def on_sqlite() -> Path:
    """The file that is copied wherever a test wants a SQLite database with today's tables; not to be written to."""
    return kept("today", lambda file: _migrate(f"sqlite:///{file}"))


def kept(which: str, make: Callable[[Path], None]) -> Path:
    """A SQLite file that was made once with today's migrations, whoever asks first; not to be written to."""
    with one_at_a_time(which):
        made, unfinished = FOLDER / f"{name()}-{which}.sqlite3", FOLDER / f"{PREFIX}{which}.unfinished"
        if not made.exists():
            for older in FOLDER.glob(f"{PREFIX}*-{which}.sqlite3"):
                older.unlink()
            unfinished.unlink(missing_ok=True)
            make(unfinished)
            unfinished.rename(made)
        return made


@contextmanager
def one_at_a_time(what: str) -> Iterator[None]:
    """Who comes second finds what the first has made."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{what}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _made_database() -> str:
    made, unfinished = name(), f"{PREFIX}unfinished"
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname = %s", [made])
        if not cursor.fetchall():
            cursor.execute(f"DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {unfinished}")
            _migrate(_address(unfinished))
            cursor.execute(f"ALTER DATABASE {unfinished} RENAME TO {made}")
    return made


def _address(database: str) -> str:
    told = {key: quote(str(connection.settings_dict[key]), safe="") for key in ("USER", "PASSWORD", "HOST", "PORT")}
    return f"postgresql://{told['USER']}:{told['PASSWORD']}@/{database}?host={told['HOST']}&port={told['PORT']}"


def _migrate(address: str) -> None:
    """A process of its own: what Django draws up on the way is not carried through all the tests."""
    told = {"BORDENDEN_DATABASE": address, "BORDENDEN_LOCAL": "1", "BORDENDEN_VAR": str(FOLDER)}
    command = [sys.executable, "-m", "bordenden", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=product_environment(told), check=True)


def main(addresses: Sequence[str]) -> None:
    """Make what will be copied, before anybody needs it: here, or at each of these addresses in a process of its own."""
    for address in addresses:
        environment = os.environ | {"BORDENDEN_DATABASE": address}
        subprocess.run([sys.executable, "-m", "tests.tables"], cwd=ROOT, env=environment, check=False)
    if addresses:
        return
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    if connection.vendor == "sqlite":
        on_sqlite()
    else:
        with one_at_a_time("cluster"):
            _made_database()


if __name__ == "__main__":
    main(sys.argv[1:])
