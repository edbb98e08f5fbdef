"""Makes .venv and installs a hashed lock file into it: `python3.11 -m tools.environment run|pg|stats|dev|spark`."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tools.shell import REQUIREMENTS, ROOT, VENV, demand, in_venv, stop

BOOTSTRAP = ROOT / ".tools"
# Each set holds the ones before it, in the same versions: who has dev has run as well.
SETS = ("run", "pg", "stats", "dev", "spark")
HASHED = ("--require-hashes", "--only-binary", ":all:", "--no-deps", "-qq")
# Spark comes as source and is only packed anew: what builds it is in the smallest set already.
FROM_SOURCE = {"spark": ("--no-binary", "pyspark", "--no-build-isolation")}
QUIET = {"PIP_ROOT_USER_ACTION": "ignore", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def prepare(name: str) -> None:
    """Bring .venv to the state that the lock file of this set asks for; quick when it is there already."""
    if VENV.is_symlink():
        return  # shared with another work tree, which looks after it
    if _stamped(name):
        return
    begun = time.monotonic()
    print(f"environment: installing {name} …", flush=True)
    _make_venv()
    _install(name)
    for smaller in SETS[: SETS.index(name) + 1]:
        _stamp_path(smaller).write_text(_wanted(smaller), encoding="utf-8")
    print(f"environment: ready after {time.monotonic() - begun:.1f} s", flush=True)


def _lock(name: str) -> Path:
    return REQUIREMENTS / f"{name}.txt"


def _stamp_path(name: str) -> Path:
    return VENV / f"installed-{name}"


def _wanted(name: str) -> str:
    """What the stamp must say: this lock, this pyproject, this Python, this place."""
    seen = hashlib.sha256(_lock(name).read_bytes())
    seen.update((ROOT / "pyproject.toml").read_bytes())
    seen.update(f"{sys.version}{ROOT}".encode())
    return seen.hexdigest()


def _stamped(name: str) -> bool:
    stamp = _stamp_path(name)
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == _wanted(name)


def _make_venv() -> None:
    """A new .venv, unless one made here by the same Python stands already."""
    place = VENV / "made-by"
    maker = f"{sys.version}{ROOT}"
    if place.is_file() and place.read_text(encoding="utf-8") == maker:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if importlib.util.find_spec("ensurepip"):
        demand([sys.executable, "-m", "venv", str(VENV)])
    else:
        _make_venv_without_ensurepip()
    place.write_text(maker, encoding="utf-8")


def _make_venv_without_ensurepip() -> None:
    """Debian leaves ensurepip out of python3.11, so virtualenv, hashed as well, makes the environment."""
    if not importlib.util.find_spec("pip"):
        stop("pip is missing. Install it: apt-get install python3-pip")
    shutil.rmtree(BOOTSTRAP, ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "install", *HASHED, "--target", str(BOOTSTRAP)]
    demand([*pip, "-r", str(_lock("venv"))], os.environ | QUIET)
    virtualenv = [sys.executable, "-m", "virtualenv", "--quiet", "--no-download", str(VENV)]
    demand(virtualenv, os.environ | {"PYTHONPATH": str(BOOTSTRAP)})


def _install(name: str) -> None:
    """The locked packages, then the product itself, editable and without the network."""
    pip = [in_venv("python"), "-m", "pip"]
    environment = os.environ | QUIET
    # A set that needs more than packed packages stands on the one before it, which brings what builds it.
    for lock in [SETS[SETS.index(name) - 1], name] if name in FROM_SOURCE else [name]:
        demand([*pip, "install", *HASHED, *FROM_SOURCE.get(lock, ()), "-r", str(_lock(lock))], environment)
    own = [*pip, "install", "-qq", "--no-index", "--no-deps", "--no-build-isolation", "-e", "."]
    demand(own, environment)
    checked = subprocess.run([*pip, "check"], cwd=ROOT, text=True, capture_output=True, check=False)
    if checked.returncode:
        stop(f"The lock files do not fit together; run make lock.\n{checked.stdout}{checked.stderr}")


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in SETS:
        stop(f"Name one of the sets: {', '.join(SETS)}")
    prepare(sys.argv[1])
