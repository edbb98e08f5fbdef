"""Looks a second at 1, 8 and 32 threads, in groups and one commit each, beside the same disk's fdatasync.

Run: python benchmarks/audit_writer.py [--seconds 3] [--directory DIR]. A new SQLite file is made in DIR (by
default var/, on the disk the product writes to) and removed again. Everything in it is made up.
"""

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bordenden.config.settings")
os.environ["BORDENDEN_LOCAL"] = "1"
os.environ["BORDENDEN_DATABASE"] = "sqlite:///benchmark.sqlite3"

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402

from bordenden.audit.actions import write_looks  # noqa: E402
from bordenden.audit.looks import Look  # noqa: E402
from bordenden.audit.models import Entry  # noqa: E402
from bordenden.audit.writer import writer  # noqa: E402
from bordenden.foundation.clock import now  # noqa: E402

THREADS = (1, 8, 32)
WAYS = {"direct": "one commit each", "group": "in groups"}
SYNCS = 300
AALBORG = 851


@dataclass(frozen=True)
class Person:
    """Somebody who looks."""

    pk: UUID


@dataclass(frozen=True)
class Run:
    """One row of the table: looks a second, and the milliseconds a page waited for its one look."""

    way: str
    threads: int
    looks: float
    median: float
    p95: float
    longest: float


def main() -> None:
    """Measure and print a table in Markdown."""
    arguments = _arguments()
    arguments.directory.mkdir(parents=True, exist_ok=True)
    directory = Path(tempfile.mkdtemp(prefix="audit-writer-", dir=arguments.directory))
    try:
        connections.databases["default"]["NAME"] = str(directory / "benchmark.sqlite3")
        call_command("migrate", "audit", verbosity=0)
        disk = fdatasyncs(directory / "probe", SYNCS)
        runs = [measure(way, threads, arguments.seconds) for threads in THREADS for way in WAYS]
        _print(disk, runs)
    finally:
        writer.stop()
        connections.close_all()
        shutil.rmtree(directory)


def fdatasyncs(file: Path, count: int) -> list[float]:
    """Milliseconds of each of so many fdatasyncs, each after one more page of 4 KiB."""
    took = []
    with file.open("wb", buffering=0) as handle:
        for _ in range(count):
            handle.write(os.urandom(4096))
            begun = time.perf_counter()
            os.fdatasync(handle.fileno())
            took.append((time.perf_counter() - begun) * 1000)
    return took


def measure(way: str, threads: int, seconds: float) -> Run:
    """So many threads, each logging one look after the other for so long; what was stored is counted."""
    settings.AUDIT_WRITER = way
    before = Entry.objects.count()
    begun = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        running = [pool.submit(partial(_look_on, begun + seconds)) for _ in range(threads)]
        waits = sorted(wait for run in running for wait in run.result())
    took = time.perf_counter() - begun
    stored = Entry.objects.count() - before
    if stored != len(waits):
        raise RuntimeError(f"{len(waits)} looks were acknowledged and {stored} are stored")
    return Run(way, threads, stored / took, statistics.median(waits), p95(waits), waits[-1])


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def _look_on(until: float) -> list[float]:
    person, waits = Person(uuid4()), []
    try:
        while time.perf_counter() < until:
            look = Look("plan.read", "look", "plan", uuid4(), uuid4(), AALBORG)
            begun = time.perf_counter()
            write_looks([look], by=person, at=now())
            waits.append((time.perf_counter() - begun) * 1000)
    finally:
        connections.close_all()
    return waits


def _print(disk: list[float], runs: list[Run]) -> None:
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"load when it ended: {os.getloadavg()[0]:.1f}; SQLite, WAL, synchronous=FULL; made-up looks\n")
    print(f"fdatasync of 4 KiB: median {statistics.median(disk):.2f} ms, p95 {p95(disk):.2f} ms\n")
    print("| threads | way | looks a second | median ms | p95 ms | longest ms |")
    print("| --: | --- | --: | --: | --: | --: |")
    for run in runs:
        figures = f"{run.looks:.0f} | {run.median:.1f} | {run.p95:.1f} | {run.longest:.0f}"
        print(f"| {run.threads} | {WAYS[run.way]} | {figures} |")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each of the six runs lasts")
    parser.add_argument("--directory", type=Path, default=ROOT / "var", help="where the file is made")
    return parser.parse_args()


if __name__ == "__main__":
    main()
