"""Measures on one database and writes what it found as JSON; `benchmarks.run` starts it once for each database."""

import argparse
import json
import logging
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from benchmarks.answers import answers_saved  # noqa: E402
from benchmarks.cost import costs, on_paper  # noqa: E402
from benchmarks.crowd import begin_crowd, grow  # noqa: E402
from benchmarks.first_visit import first_visit  # noqa: E402
from benchmarks.machine import disk  # noqa: E402
from benchmarks.pages import PAGES, not_measured  # noqa: E402
from benchmarks.scene import build_scene, publish_instrument  # noqa: E402
from benchmarks.server import Server  # noqa: E402
from benchmarks.throughput import pages_a_second  # noqa: E402
from bordenden.audit.writer import writer  # noqa: E402
from bordenden.foundation.clock import now  # noqa: E402

ROWS = (1, 50)
THREADS = (1, 8, 32)
WRITERS = 8


def main() -> None:
    """All parts but the worlds, on the database that BORDENDEN_DATABASE names."""
    arguments = _arguments()
    # A page that fails is named by its status in the results; its traceback would drown them.
    logging.getLogger("django.request").setLevel(logging.CRITICAL)
    call_command("migrate", verbosity=0)
    found: dict[str, Any] = {"engine": _engine(), "sizes": [], "disk": asdict(disk(arguments.folder))}
    found["not_there"] = not_measured()
    at = now()
    crowd = begin_crowd(publish_instrument(at), at)
    for size in arguments.sizes:
        begun = time.perf_counter()
        grow(crowd, size)
        _say(f"{found['engine']}: {size} enrolments are there after {time.perf_counter() - begun:.0f} s more")
        # New people at every size: what they own is the same, however often they were measured before.
        scenes = [build_scene(rows, at=now(), name=f"s{size}-{rows}") for rows in arguments.rows]
        found["not_there"] += [page.name for page in PAGES if page.path(scenes[0]) is None]
        largest = size == max(arguments.sizes)
        # The smaller sizes only show whether a page grows.
        measured = costs(scenes, arguments.rounds if largest else -(-arguments.rounds // 3), with_scans=largest)
        found["sizes"].append({"enrolments": size, "pages": [cost.plain() for cost in measured]})
        _say(f"{found['engine']}: {len(measured)} pages measured in {time.perf_counter() - begun:.0f} s")
        if largest and arguments.rounds:
            found["on_paper"] = on_paper(scenes, arguments.rounds)
    if arguments.seconds:
        found |= _served(arguments.seconds)
    writer.stop()
    arguments.out.write_text(json.dumps(found, indent=1), encoding="utf-8")


def _served(seconds: float) -> dict[str, Any]:
    """What is measured from outside, with the product's own server in front."""
    scene = build_scene(10, at=now(), name="served")
    with Server() as server:
        _say(f"serving at port {server.port}")
        return {
            "throughput": pages_a_second(server, scene, THREADS, seconds),
            "answers": answers_saved(server, WRITERS, seconds),
            "first_visit": first_visit(server, scene),
        }


def _engine() -> str:
    if connection.vendor == "sqlite":
        return "SQLite"
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0].split()[0]}"


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", required=True)
    parser.add_argument("--rows", type=int, nargs=2, default=ROWS, help="how many of everything, few and many")
    parser.add_argument(
        "--rounds", type=int, required=True, help="requests of each page whose median is taken; 0: no time"
    )
    parser.add_argument("--seconds", type=float, required=True, help="how long each run of threads lasts; 0: none")
    parser.add_argument("--folder", type=Path, required=True, help="on the disk the database is on")
    parser.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
