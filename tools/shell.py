"""Where things stand in the repository, and how a tool starts another programme."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VAR = ROOT / "var"
REQUIREMENTS = ROOT / "requirements"


def in_venv(name: str) -> str:
    """The path of a command that the environment holds."""
    return str(VENV / "bin" / name)


def stop(message: str) -> NoReturn:
    """End with a sentence that says what to do."""
    print(message, file=sys.stderr, flush=True)
    raise SystemExit(1)


def product_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment our own programmes run in: source first, output as it comes."""
    environment = dict(os.environ)
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    environment["PYTHONUNBUFFERED"] = "1"
    # pytest names settings of its own, and the variable would win over them.
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    # What is compiled once is kept: two workers on two databases would read every test anew.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.update(extra or {})
    return environment


def attempt(command: Sequence[str], environment: Mapping[str, str] | None = None, *, silent: bool = False) -> int:
    """Run a command at the root of the repository, without standard input, and return its exit code.

    Silent keeps back all it says, until it fails.
    """
    done = subprocess.run(
        list(command),
        cwd=ROOT,
        env=dict(environment or os.environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if silent else None,
        stderr=subprocess.STDOUT if silent else None,
        check=False,
    )
    if done.returncode and done.stdout:
        print(done.stdout.decode(errors="replace"), file=sys.stderr, flush=True)
    return done.returncode


def demand(command: Sequence[str], environment: Mapping[str, str] | None = None, *, silent: bool = False) -> None:
    """Run a command that has to succeed."""
    code = attempt(command, environment, silent=silent)
    if code:
        stop(f"This command failed with exit code {code}: {' '.join(command)}")
