"""Django's settings in tests: the product's own, on plain http, strict about template variables."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("BORDENDEN_LOCAL", "1")

from bordenden.config.settings import *  # noqa: F403
from bordenden.config.settings import DATABASES, TEMPLATES


class UnknownVariable(str):
    """Django formats this text with the name of a variable it does not know; here that is an error."""

    __slots__ = ()

    def __mod__(self, name: object) -> str:
        raise LookupError(f"A template asks for a variable that the view does not give: {name}")


STRICT: dict[str, object] = TEMPLATES[0]["OPTIONS"]  # type: ignore[assignment]
STRICT["string_if_invalid"] = UnknownVariable("%s")

# Tests live inside one transaction each: looks are written in it. The group writer has tests of its own.
AUDIT_WRITER = "direct"
# The product's own kind of hash, made in a millisecond: what it costs to guess one is Django's to test.
PASSWORD_HASHERS = ["tests.hashing.QuickArgon2"]
# One folder for all runs: a made-up world is poured in again without its files being put down again.
FILES = Path(tempfile.gettempdir()) / "bordenden-test-files"

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as in the product (a shared in-memory database locks differently); not synced, tests may be lost.
    DATABASES["default"]["TEST"] = {
        "NAME": str(Path(tempfile.gettempdir()) / f"bordenden-test-{os.getpid()}.sqlite3")
    }
    commands = DATABASES["default"]["OPTIONS"]["init_command"]
    DATABASES["default"]["OPTIONS"]["init_command"] = commands.replace("synchronous=FULL", "synchronous=OFF")
else:
    # pytest's threads (live server, races) must leave the test database before it can be dropped.
    DATABASES["default"]["OPTIONS"].pop("pool", None)
