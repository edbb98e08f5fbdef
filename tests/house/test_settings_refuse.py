"""The server does not start with settings that would let a stranger in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.shell import ROOT

pytestmark = pytest.mark.once


def started(folder: Path, **settings: str) -> str:
    """The last line of what stopped it; empty when it started."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BORDENDEN_")}
    environment = {**kept, "PYTHONPATH": str(ROOT / "src"), "BORDENDEN_VAR": str(folder), **settings}
    command = [sys.executable, "-c", "import bordenden.config.settings"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.stderr.strip().rpartition("\n")[2]


@pytest.mark.parametrize(
    ("settings", "because"),
    [
        ({}, "BORDENDEN_SECRET_KEY"),
        ({"BORDENDEN_DEMO": "1", "BORDENDEN_HOSTS": "bord.example"}, "The demo lets anybody in"),
        ({"BORDENDEN_LOCAL": "1", "BORDENDEN_HOSTS": "bord.example"}, "A key that everybody can read"),
        ({"BORDENDEN_LOCAL": "1", "BORDENDEN_HOSTS": "*"}, "A key that everybody can read"),
        ({"BORDENDEN_DEMO": "1", "BORDENDEN_MAIL": "smtp://post.example"}, "The demo sends no e-mail"),
        ({"BORDENDEN_LOCAL": "1", "BORDENDEN_MAIL": "smtp://post.example"}, "An e-mail says where to log in"),
    ],
)
def test_it_says_what_is_wrong_and_stops(tmp_path: Path, settings: dict[str, str], because: str) -> None:
    assert because in started(tmp_path, **settings)


@pytest.mark.parametrize(
    "settings",
    [
        {"BORDENDEN_DEMO": "1"},
        {"BORDENDEN_LOCAL": "1"},
        {"BORDENDEN_SECRET_KEY": "long-and-random", "BORDENDEN_HOSTS": "bord.example"},
        {"BORDENDEN_LOCAL": "1", "BORDENDEN_SECRET_KEY": "long-and-random", "BORDENDEN_HOSTS": "bord.example"},
    ],
)
def test_it_starts_where_nothing_is_wrong(tmp_path: Path, settings: dict[str, str]) -> None:
    assert started(tmp_path, **settings) == ""
