"""A process of its own with the time and memory it may take: what it says, how long it lived, the most it held."""

import json
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

HOUR: Final = 3600.0
SHARE: Final = 0.8
"""Of the machine's memory: more would be taken from the page cache and from those who measure."""


@dataclass(frozen=True, slots=True)
class Lived:
    """What a process said on its last line, its seconds from start to end and of the processors, its peak in MiB."""

    said: Mapping[str, Any]
    whole: float
    busy: float
    peak: float


def memory_limit() -> int:
    """Bytes that a process may hold at a time."""
    return int(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") * SHARE)


def lived(
    command: Sequence[str], environment: Mapping[str, str], *, seconds: float = HOUR, memory: int | None = None
) -> Lived | str:
    """Run it to its end; or one sentence on why it has no figures."""
    most = memory or memory_limit()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = time.perf_counter()
        process = subprocess.Popen(command, env=dict(environment), stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        broken = ""
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            took = time.perf_counter() - begun
            if done:
                break
            if not broken and (broken := _too_much(process.pid, took, seconds, most)):
                os.kill(process.pid, signal.SIGKILL)
            # Often enough to be two parts in a hundred off at most, and never more than 20 times a second.
            time.sleep(min(0.05, max(0.001, took / 50)))
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        said, fault = out.read().decode(errors="replace"), err.read().decode(errors="replace")
    if broken or process.returncode:
        return broken or _fault(process.returncode, fault)
    return Lived(_last(said), took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _too_much(process: int, took: float, seconds: float, most: int) -> str:
    if took > seconds:
        return f"not finished in {seconds:,.0f} s"
    if _held(process) > most:
        return f"it took more than {most / 2**30:.1f} GiB"
    return ""


def _held(process: int) -> int:
    """Bytes of memory a process holds now."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _fault(code: int, fault: str) -> str:
    if code == -signal.SIGKILL:
        return "ended by the machine: out of memory"
    lines = [line.strip() for line in fault.splitlines() if line.strip()]
    return f"failed: {lines[-1][:120]}" if lines else f"failed with code {code}"


def _last(said: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(said.strip().splitlines()[-1])
    return found
