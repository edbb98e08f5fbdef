"""The statistics of an evaluation on made-up national data, ours and every installed peer's, in one run.

`make bench-evaluation`, or `python -m benchmarks.evaluation [people …]` (10,000, 100,000 and 1,000,000). It writes a
part of RESULTS.md; `--alone` asks nobody but ours and writes nothing; `--delete` takes the made-up data away again.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from benchmarks.machine import machine
from benchmarks.national.peers import commands, environment, hold, python_of, versions
from benchmarks.national.processes import HOUR, Lived, lived, memory_limit
from benchmarks.national.tasks import TASKS
from benchmarks.national.telling import told
from benchmarks.parts import keep
from tools.shell import ROOT, VAR

RESULTS: Final = ROOT / "benchmarks" / "RESULTS.md"
SIZES: Final = (10_000, 100_000, 1_000_000)
THREADS: Final = 2
LONG: Final = 10.0
"""Over so many seconds a run is repeated to three in all, and over VERY_LONG not at all."""
VERY_LONG: Final = 60.0
OWN: Final = ("ours", "ours in memory", "bare scan")


def main() -> None:
    """Make the data, measure, tell."""
    arguments = _arguments()
    folder: Path = arguments.folder
    if arguments.delete:
        for made in folder.glob("people-*"):
            shutil.rmtree(made)
        return
    folder.mkdir(parents=True, exist_ok=True)
    hold(THREADS)
    store = folder / ("alone.json" if arguments.alone else "measured.json")
    measured = _begun(store, arguments)
    if not arguments.told:
        for people in arguments.people or SIZES:
            _measure(measured, people, store, arguments)
        measured["load"][1] = os.getloadavg()[0]
        _save(store, measured)
    if arguments.alone:
        print(told(measured))
    else:
        keep(arguments.out, "bench-evaluation", told(measured))
        print(f"{arguments.out} is written", flush=True)


def _begun(store: Path, arguments: argparse.Namespace) -> dict[str, Any]:
    """A new sitting; or one that goes on with what was broken off."""
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    if (arguments.resume or arguments.told) and store.exists():
        found: dict[str, Any] = json.loads(store.read_text(encoding="utf-8"))
        found["sittings"] += [] if arguments.told else [now]
        return found
    python = None if arguments.alone else python_of(arguments.folder, install=arguments.install)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        "sittings": [now],
        "version": project["version"],
        "machine": {name: said for name, said in machine().items() if name not in ("Django", "SQLite")},
        "versions": {} if arguments.alone else versions(python),
        "load": [os.getloadavg()[0], os.getloadavg()[0]],
        "threads": THREADS,
        "rounds": arguments.rounds,
        "seconds": HOUR,
        "gib": memory_limit() / 2**30,
        "sizes": {},
    }


def _measure(measured: dict[str, Any], people: int, store: Path, arguments: argparse.Namespace) -> None:
    """One size: every way that is not measured yet, each kept as soon as it is."""
    folder, rows = _made(people, arguments.folder)
    size = measured["sizes"].setdefault(str(people), {"rows": rows, "ways": []})
    done = {(way["task"], way["way"]) for way in size["ways"]}
    for task, name, command in _ways(people, folder, arguments):
        if (task, name) in done:
            continue
        found = _medians(command, arguments.rounds) if isinstance(command, list) else {"why": command}
        size["ways"].append({"task": task, "way": name} | found)
        _save(store, measured)
        print(f"{people:,} {task}, {name}: {_said(found)}", flush=True)


def _said(found: dict[str, Any]) -> str:
    if "why" in found:
        return str(found["why"])
    took = f"{found['read'] or 0:.3f} + {found['work']:.3f} s"
    return f"{took}, process {found['whole']:.2f} s ({found['busy']:.2f} of the processors), {found['peak']:,.0f} MiB"


def _ways(people: int, folder: Path, arguments: argparse.Namespace) -> Iterator[tuple[str, str, list[str] | str]]:
    """Every task by every way: ours, the bare scan of its columns, then the peers."""
    own = [sys.executable, "-m", "benchmarks.national.ours"]
    for task in arguments.tasks or TASKS:
        if people > (TASKS[task].most or people):
            continue
        for way in OWN:
            yield task, way, [*own, task, way, str(folder)]
        if not arguments.alone:
            python = python_of(arguments.folder, install=False)
            for way, command in commands(task, folder, python, THREADS):
                yield task, way, command
    if not arguments.tasks:
        for way in ("ours", "bare scan"):
            yield "list", way, [*own, "list", way, str(folder)]


def _medians(command: list[str], rounds: int) -> dict[str, Any]:
    """The medians of the seconds and the greatest peak; or why there is none."""
    runs: list[Lived] = []
    wanted = 1
    while len(runs) < wanted:
        found = lived(command, environment(THREADS))
        if isinstance(found, str):
            return {"why": found}
        if "missing" in found.said:
            return {"why": f"{found.said['missing']} is not installed"}
        runs.append(found)
        longest = max(run.whole for run in runs)
        wanted = 1 if longest > VERY_LONG else min(rounds, 3) if longest > LONG else rounds
    last = runs[-1].said
    read = None if last["read"] is None else statistics.median(run.said["read"] for run in runs)
    middle = sorted(runs, key=lambda run: run.said["work"])[len(runs) // 2].said
    return {
        "rounds": len(runs),
        "read": read,
        "work": statistics.median(run.said["work"] for run in runs),
        "whole": statistics.median(run.whole for run in runs),
        "busy": statistics.median(run.busy for run in runs),
        "peak": max(run.peak for run in runs),
        "figures": last["figures"],
        "note": last.get("note", ""),
        "parts": middle.get("parts", {}),
    }


def _made(people: int, folder: Path) -> tuple[Path, int]:
    """The made-up data of one size, made anew unless they stand, by the same code."""
    place = folder / f"people-{people}"
    stamp, code = place / "made.json", ROOT / "benchmarks" / "national" / "data.py"
    if not stamp.exists() or stamp.stat().st_mtime < code.stat().st_mtime:
        command = [sys.executable, "-m", "benchmarks.national.data", str(people), str(place)]
        subprocess.run(command, cwd=ROOT, env=environment(THREADS), check=True)
    return place, int(json.loads(stamp.read_text(encoding="utf-8"))["rows"])


def _save(store: Path, measured: dict[str, Any]) -> None:
    store.write_text(json.dumps(measured, indent=1), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.evaluation", description=__doc__)
    parser.add_argument("people", type=int, nargs="*", help="how many people, a size each")
    parser.add_argument("--alone", action="store_true", help="ours without the peers; told here, not written")
    parser.add_argument("--tasks", nargs="+", choices=TASKS, help="these alone")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each whose median is taken")
    parser.add_argument("--resume", action="store_true", help="go on where a run was broken off")
    parser.add_argument("--told", action="store_true", help="measure nothing: write again what was measured last")
    parser.add_argument("--no-install", dest="install", action="store_false", help="ask nobody for packages")
    parser.add_argument("--delete", action="store_true", help="take the made-up data away")
    parser.add_argument("--folder", type=Path, default=VAR / "evaluation")
    parser.add_argument("--out", type=Path, default=RESULTS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
