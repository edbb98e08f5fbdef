"""Makes the hashed lock files in requirements/ from pyproject.toml; --upgrade takes newer versions."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Sequence

from tools.shell import REQUIREMENTS, ROOT, in_venv, stop

# No header, no annotation and no index address: a lock file says what, never from where.
COMPILE = ("pip", "compile", "--quiet", "--generate-hashes", "--no-annotate", "--no-header")
PYTHON = ("--python-version", "3.11")
PACKED = ("--only-binary", ":all:")


def main(arguments: Sequence[str]) -> None:
    """Lock what makes the environment, then each set over the one before it."""
    upgrade = ["--upgrade"] if "--upgrade" in arguments else []
    _compile("venv", ["-"], ["virtualenv"], upgrade)
    build = _build_requirements()
    _compile("run", ["pyproject.toml", "-"], build, upgrade)
    _compile("pg", ["pyproject.toml", "-", "--extra", "pg", *_under("run")], build, upgrade)
    _compile("stats", ["pyproject.toml", "-", "--extra", "pg", "--extra", "stats", *_under("pg")], build, upgrade)
    everything = ["pyproject.toml", "-", "--extra", "pg", "--extra", "stats", "--extra", "dev", *_under("stats")]
    _compile("dev", everything, build, upgrade)
    with_spark = [*everything[:-2], "--extra", "spark", *_under("dev")]
    # Spark comes as source only; all others are held to the versions of dev, which are packed.
    _compile("spark", with_spark, build, upgrade, packed=False)


def _build_requirements() -> list[str]:
    """What builds the package: it is installed too, as the editable install may not fetch anything."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        requires: list[str] = tomllib.load(file)["build-system"]["requires"]
    return requires


def _under(name: str) -> list[str]:
    return ["--constraint", str(REQUIREMENTS / f"{name}.txt")]


def _compile(
    name: str, sources: Sequence[str], requirements: Sequence[str], extra: Sequence[str], *, packed: bool = True
) -> None:
    lock = REQUIREMENTS / f"{name}.txt"
    command = [
        in_venv("uv"),
        *COMPILE,
        *PYTHON,
        *(PACKED if packed else ()),
        *sources,
        *extra,
        "--output-file",
        str(lock),
    ]
    # Settings of the machine could name another index; its address must not reach the lock.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("UV_")}
    done = subprocess.run(command, cwd=ROOT, env=environment, input="\n".join(requirements), text=True, check=False)
    if done.returncode:
        stop(f"uv could not make {lock.name}; see above.")
    print(f"{lock.name}: {lock.read_text(encoding='utf-8').count('==')} packages")


if __name__ == "__main__":
    main(sys.argv[1:])
