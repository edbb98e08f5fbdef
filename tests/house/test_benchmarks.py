"""The benchmarks run: every page of the walk is known to them, and a tiny run measures each; no time is asserted."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.calling import Answer
from benchmarks.cost import WARM_UP, beside
from benchmarks.pages import PAGES, not_measured
from benchmarks.results import LONG_ON_PURPOSE, written
from tests import tables
from tests.house.source import ROOT

pytestmark = pytest.mark.once

OTHERS = 50
FEW = (1, 3)


def test_every_page_of_the_walk_is_measured() -> None:
    assert not_measured() == []


def test_a_tiny_run_finds_every_page_and_the_same_queries_for_one_row_and_for_three(tmp_path: Path) -> None:
    found = _measured(tmp_path)
    (size,) = found["sizes"]
    pages = {(page["page"], page["rows"]): page for page in size["pages"]}
    assert found["not_there"] == []
    assert {name for name, _rows in pages} == {page.name for page in PAGES}
    assert {name: page["status"] for (name, _rows), page in pages.items() if page["status"] != 200} == {}
    differing = [
        page.name for page in PAGES if pages[page.name, FEW[0]]["queries"] != pages[page.name, FEW[1]]["queries"]
    ]
    assert differing == []


def test_a_page_and_the_bare_page_are_timed_in_turns_after_warming_up() -> None:
    calls: list[str] = []

    def called(name: str) -> Answer:
        calls.append(name)
        return Answer(200, b"")

    ours, plain = beside(lambda: called("ours"), lambda: called("bare"), rounds=2)
    assert calls == ["ours", "bare"] * WARM_UP + ["bare", "ours"] * 2
    assert ours >= 0 <= plain


def test_what_is_over_its_aim_is_said_first(tmp_path: Path) -> None:
    page = {"page": "plan", "status": 200, "statements": 9, "html": 50_000, "cpu": 9.0, "bare": 1.0, "scans": []}
    pages = [{**page, "rows": 1, "queries": 7}, {**page, "rows": 50, "queries": 57}]
    pages += [{**one, "page": "family_print"} for one in pages]
    engine = {
        "engine": "SQLite",
        "disk": {"median": 1.0, "p95": 2.0},
        "sizes": [{"enrolments": OTHERS, "pages": pages}],
    }
    found = {
        "date": "i dag", "version": "0", "machine": {}, "load": (0.0, 0.0), "said": "", "engines": [engine],
        "not_there": [], "worlds": [], "others": {},
    }  # fmt: skip
    over = [line for line in written(found).splitlines() if line.startswith("- ")]
    assert over[:2] == [
        "- `plan`: 7 · 57 queries, CPU 9.0 · 9.0 ×, HTML 48.8 · 48.8 KB",
        "- `family_print`: 7 · 57 queries, CPU 9.0 · 9.0 ×",
    ]


def test_what_is_long_on_purpose_is_a_page_that_is_measured() -> None:
    assert LONG_ON_PURPOSE.keys() <= {page.name for page in PAGES}


def _measured(folder: Path) -> dict[str, Any]:
    """A process of its own: it wants the product's settings and a database it may fill. No time is taken here."""
    out, database = folder / "found.json", folder / "bench.sqlite3"
    shutil.copyfile(tables.on_sqlite(), database)
    environment = {
        **os.environ,
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "DJANGO_SETTINGS_MODULE": "bordenden.config.settings",
        "BORDENDEN_DEMO": "1",
        "BORDENDEN_DATABASE": f"sqlite:///{database}",
        "BORDENDEN_VAR": str(folder),
    }
    options = [
        "--sizes",
        str(OTHERS),
        "--rows",
        *map(str, FEW),
        "--rounds",
        "0",
        "--seconds",
        "0",
        "--folder",
        str(folder),
        "--out",
        str(out),
    ]
    command = [sys.executable, "-m", "benchmarks.measure", *options]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found
