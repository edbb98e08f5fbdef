"""`python -m tools.version_fixture`: the world `cast` in this version's tables, as SQL in tests/versions.

Made once, when a version is finished; from then on every later version must be able to migrate it forward.
The same code gives the same file: chance is seeded, the moment is fixed, SQLite writes its own dump.
"""

import gzip
import os
import random
import secrets
import sqlite3
import sys
import tempfile
import tomllib
import uuid
from datetime import UTC, datetime
from pathlib import Path

from tools.shell import ROOT, demand, in_venv, product_environment

FOLDER = ROOT / "tests" / "versions"
# A Monday in March, ten in the morning in Denmark: where every test stands too.
MOMENT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SEED = 1


def main() -> None:
    """Migrate an empty database, build the world and seal its audit in a process of its own, and dump it."""
    with tempfile.TemporaryDirectory(prefix="bordenden-version-") as folder:
        database = Path(folder) / "bordenden.sqlite3"
        extra = {"BORDENDEN_DATABASE": f"sqlite:///{database}", "BORDENDEN_LOCAL": "1", "BORDENDEN_VAR": folder}
        environment = product_environment({**extra, "PYTHONHASHSEED": "0"})
        environment.pop("BORDENDEN_DEMO", None)
        demand([in_venv("python"), "-m", "bordenden", "migrate", "--verbosity", "0"], environment)
        demand([in_venv("python"), "-m", "tools.version_fixture", "build"], environment)
        target = FOLDER / f"{version()}.sql.gz"
        FOLDER.mkdir(exist_ok=True)
        target.write_bytes(gzip.compress(dump(database).encode(), mtime=0))
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")


def version() -> str:
    """The version in pyproject.toml."""
    name: str = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    return name


def dump(database: Path) -> str:
    """The database as SQL; the moments of its migrations are set to the story's, as they are the machine's own."""
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE django_migrations SET applied = ?", (MOMENT.strftime("%Y-%m-%d %H:%M:%S"),))
        connection.commit()
        lines = "\n".join(connection.iterdump())
    connection.close()
    return f"{lines}\n"


def build() -> None:
    """The world, with every random identifier drawn from one seed; before anything of ours is imported."""
    chance = random.Random(SEED)
    uuid.uuid4 = lambda: uuid.UUID(int=chance.getrandbits(128), version=4)
    secrets.choice = chance.choice
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bordenden.config.settings")
    import django  # noqa: PLC0415  (what follows must find chance seeded)

    django.setup()
    from bordenden.audit.actions import seal_all  # noqa: PLC0415
    from bordenden.worlds import cast  # noqa: PLC0415

    cast.build(at=MOMENT)
    seal_all(at=MOMENT)


if __name__ == "__main__":
    build() if sys.argv[1:] == ["build"] else main()
