"""The floors hold: imports run downward only, and there is no circle of files."""

import subprocess
import sys

from grimp import build_graph

from tests.house.source import ROOT


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
