"""The floors hold: imports run downward only, and there is no circle of files."""

import re
import subprocess
import sys

import pytest
from grimp import build_graph

from tests.house.contracts import DESIGN, contract, field_apps, floors
from tests.house.source import HOUSE, ROOT

pytestmark = pytest.mark.once


def test_every_import_contract_is_kept() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin"},
    )
    assert run.returncode == 0, run.stdout
    assert "0 broken" in run.stdout


def test_no_file_imports_itself_in_a_circle() -> None:
    graph = build_graph("bordenden", "progression", exclude_type_checking_imports=True)
    circles = []
    for module in sorted(graph.modules):
        for imported in graph.find_modules_directly_imported_by(module):
            if graph.chain_exists(imported, module):
                circles.append((module, imported))
    assert circles == []


def test_the_design_is_kept_from_every_floor_between_the_doors_and_the_foundation() -> None:
    stack = floors()
    below = stack[stack.index(frozenset({"web"})) + 1 :]
    assert below.pop() == {"foundation"}
    assert set(contract(DESIGN)["forbidden_modules"]) == {f"bordenden.{app}" for floor in below for app in floor}


def test_every_app_that_writes_is_a_field_app_or_one_of_these() -> None:
    writing = {path.parent.name for path in HOUSE.glob("*/actions*") if path.name in {"actions", "actions.py"}}
    assert writing - set(field_apps()) == {"audit", "drafts", "evaluation"}
    assert set(field_apps()) - writing == set()


def test_the_house_on_paper_has_the_floors_of_the_contract_and_no_others() -> None:
    told = (ROOT / "docs" / "house.md").read_text(encoding="utf-8").split("```\n")[1]
    drawn = [re.split(r" {2,}", line)[0] for line in told.partition("\n\n")[0].splitlines()]
    assert [frozenset(rooms.split(" | ")) for rooms in drawn] == floors()
