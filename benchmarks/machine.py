"""Which machine the figures are from: processor, memory, versions, and how long its disk takes to say "kept"."""

import os
import platform
import sqlite3
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

import django

SYNCS = 300
PAGE = 4096


@dataclass(frozen=True, slots=True)
class Disk:
    """How long an fdatasync took after one more page of 4 KiB, in milliseconds."""

    median: float
    p95: float


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def disk(folder: Path, syncs: int = SYNCS) -> Disk:
    """Measured on the disk the folder is on."""
    probe = folder / "fdatasync-probe"
    took = []
    try:
        with probe.open("wb", buffering=0) as handle:
            for _ in range(syncs):
                handle.write(os.urandom(PAGE))
                begun = time.perf_counter()
                os.fdatasync(handle.fileno())
                took.append((time.perf_counter() - begun) * 1000)
    finally:
        probe.unlink(missing_ok=True)
    return Disk(statistics.median(took), p95(took))


def machine() -> dict[str, str]:
    """What the machine says of itself, as lines of a table."""
    return {
        "Processor": f"{_processor()}, {os.cpu_count()} cores",
        "Memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.1f} GiB",
        "System": f"{platform.system()} {platform.release()} {platform.machine()}",
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "Django": django.get_version(),
        "SQLite": sqlite3.sqlite_version,
    }


def _processor() -> str:
    """The model's name; where the system does not tell it, what Python knows."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown"
