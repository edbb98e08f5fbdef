"""How long the made-up worlds take to build, each in a new SQLite file."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tools.shell import ROOT, product_environment

WORLDS = ("cast", "aalborg", "national")
PATIENCE_SECONDS = 600


def worlds_built(folder: Path) -> list[dict[str, Any]]:
    """Seconds for each world; None for one that could not be built in `PATIENCE_SECONDS`."""
    return [{"world": world, "seconds": _build(world, folder)} for world in WORLDS]


def _build(world: str, folder: Path) -> float | None:
    file = folder / f"world-{world}.sqlite3"
    environment = product_environment({"BORDENDEN_DATABASE": f"sqlite:///{file}", "BORDENDEN_DEMO": "1"})
    product = [sys.executable, "-m", "bordenden"]
    subprocess.run([*product, "migrate", "--verbosity", "0"], cwd=ROOT, env=environment, check=True)
    begun = time.perf_counter()
    try:
        subprocess.run(
            [*product, "world", world],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            check=True,
            timeout=PATIENCE_SECONDS,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(f"the world {world} was not built: {error}", file=sys.stderr, flush=True)
        return None
    took = time.perf_counter() - begun
    file.unlink()
    return took
