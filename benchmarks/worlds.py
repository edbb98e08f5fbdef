"""How long the made-up worlds take to build, each in a new SQLite file."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tools.shell import ROOT, product_environment

WORLDS = ("cast", "aalborg", "national")
PATIENCE_SECONDS = 600


def worlds_built(folder: Path) -> list[dict[str, Any]]:
    """Seconds for each world; None for one that cannot be built (yet)."""
    return [{"world": world, "seconds": _build(world, folder)} for world in WORLDS]


def _build(world: str, folder: Path) -> float | None:
    file = folder / f"world-{world}.sqlite3"
    environment = product_environment({"BORDENDEN_DATABASE": f"sqlite:///{file}", "BORDENDEN_DEMO": "1"})
    product = [sys.executable, "-m", "bordenden"]
    subprocess.run([*product, "migrate", "--verbosity", "0"], cwd=ROOT, env=environment, check=True)
    begun = time.perf_counter()
    built = subprocess.run(
        [*product, "world", world],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=PATIENCE_SECONDS,
    )
    took = time.perf_counter() - begun
    if built.returncode:
        print(f"the world {world} was not built: {built.stderr.strip()[-300:]}", file=sys.stderr, flush=True)
        return None
    os.unlink(file)
    return took
