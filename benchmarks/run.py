"""`make bench`: every measurement in one go, on SQLite and where it can be started on PostgreSQL, into RESULTS.md."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.machine import machine
from benchmarks.parts import keep
from benchmarks.results import written
from benchmarks.worlds import worlds_built
from tools.debian import postgres_programmes
from tools.postgres import DURABLE, cluster
from tools.shell import ROOT, VAR, product_environment

RESULTS = ROOT / "benchmarks" / "RESULTS.md"
NO_POSTGRES = "PostgreSQL was not measured: no server is installed here (apt-get install postgresql)."
OTHERS = {
    "A caseload of 90 and of 500": ["benchmarks/caseload.py"],
    "Twenty questions over a slow line": ["-m", "benchmarks.slow_line"],
    "Looks, without pages": ["benchmarks/audit_writer.py"],
    "Progression, without Django": ["benchmarks/progression_speed.py", "100000"],
}
ONE_LINE = ["-m", "benchmarks.one_line"]


def main() -> None:
    """Measure, then write the results."""
    arguments = _arguments()
    VAR.mkdir(exist_ok=True)
    begun = os.getloadavg()[0]
    engines, said = [], ""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=VAR) as name:
        folder = Path(name)
        if "sqlite" in arguments.databases:
            engines.append(_measured(f"sqlite:///{folder / 'bench.sqlite3'}", folder, arguments, arguments.sizes))
        if "postgresql" in arguments.databases:
            if postgres_programmes() is None:
                said = NO_POSTGRES
            else:
                # It waits for its disk, as one in use does. What grows is seen on SQLite: here the largest alone.
                with cluster(DURABLE) as address:
                    engines.append(_measured(address, folder, arguments, arguments.sizes[-1:]))
        worlds = worlds_built(folder) if arguments.worlds else []
        others = {name: _said(command) for name, command in OTHERS.items()} if arguments.others else {}
    found = {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "version": _version(),
        "machine": machine(),
        "load": (begun, os.getloadavg()[0]),
        "said": said,
        "engines": engines,
        "not_there": sorted({name for engine in engines for name in engine["not_there"]}),
        "worlds": worlds,
        "others": others,
    }
    keep(arguments.out, "bench", written(found))
    print(f"{arguments.out} is written", flush=True)


def _measured(address: str, folder: Path, arguments: argparse.Namespace, sizes: list[int]) -> dict[str, Any]:
    """All that `benchmarks.measure` finds on this database, and then a line that all join at once."""
    out = folder / "found.json"
    options = ["--sizes", *map(str, sizes), "--rounds", str(arguments.rounds)]
    options += ["--seconds", str(arguments.seconds), "--folder", str(folder), "--out", str(out)]
    settings = {
        "BORDENDEN_DATABASE": address,
        "BORDENDEN_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "bordenden.config.settings",
    }
    environment = product_environment(settings)
    subprocess.run([sys.executable, "-m", "benchmarks.measure", *options], cwd=ROOT, env=environment, check=True)
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    found["one_line"] = _said(ONE_LINE, settings) if arguments.others else ""
    return found


def _version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def _said(command: list[str], settings: Mapping[str, str] | None = None) -> str:
    environment = product_environment(settings)
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout or f"It failed: {done.stderr[-500:]}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.run", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000], help="enrolments of others")
    parser.add_argument("--rounds", type=int, default=12, help="requests of each page whose median is taken")
    parser.add_argument("--seconds", type=float, default=4.0, help="how long each run of threads lasts; 0: none")
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument("--no-worlds", dest="worlds", action="store_false")
    parser.add_argument("--no-others", dest="others", action="store_false")
    parser.add_argument("--out", type=Path, default=RESULTS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
