"""Who else is asked, what is installed of them, and their own environment: the product depends on none of them."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from benchmarks.national.others import WAYS
from tools.shell import ROOT, in_venv

WANTED: Final = ROOT / "benchmarks" / "peers.txt"
R_SCRIPT: Final = ROOT / "benchmarks" / "national" / "others.R"
R_WAYS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "growth": ("lme4",),
        "caseworkers": ("lme4",),
        "ordinal": ("clmm",),
        "incidence": ("survival",),
        "survival": ("survival",),
        "cox": ("survival",),
        "icc": ("plain R",),
        "ols": ("lm and sandwich",),
        "cube": ("data.table",),
        "alpha": ("psych", "plain R"),
        "pearson": ("plain R",),
        "spearman": ("plain R",),
    }
)
R_PACKAGES: Final = ("lme4", "ordinal", "survival", "psych", "sandwich", "data.table")


def wanted() -> list[str]:
    """The peers in Python, a requirement a line."""
    lines = (line.partition("#")[0].strip() for line in WANTED.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def python_of(folder: Path, *, install: bool) -> Path | None:
    """The interpreter of the peers' environment, made and filled unless it stands; None when there is none.

    Each package is asked for by itself: one that cannot be had leaves the others where they are.
    """
    python = folder / "peers" / "bin" / "python"
    stamp = folder / "peers" / "asked.json"
    if python.exists() and stamp.exists() and json.loads(stamp.read_text(encoding="utf-8")) == wanted():
        return python
    if not install:
        return python if python.exists() else None
    uv = in_venv("uv")
    quiet = ["--quiet", "--python", str(python)]
    if not python.exists():
        subprocess.run([uv, "venv", "--quiet", "--python", "3.11", str(folder / "peers")], check=False)
    for requirement in wanted():
        command = [uv, "pip", "install", *quiet, "--only-binary", ":all:", requirement]
        if subprocess.run(command, check=False).returncode:
            print(f"{requirement} could not be installed: not compared.", flush=True)
    if python.exists():
        stamp.write_text(json.dumps(wanted()), encoding="utf-8")
    return python if python.exists() else None


def versions(python: Path | None) -> dict[str, str]:
    """What is installed, by name; and what is not, said so."""
    found: dict[str, str] = {}
    names = [re.split(r"[=<>~!\[ ]", requirement)[0] for requirement in wanted()]
    for name in names:
        code = f"import importlib.metadata as m; print(m.version({name!r}))"
        found[name] = _line([str(python), "-c", code]) if python else ""
    found["R"] = _line(["Rscript", "-e", "cat(as.character(getRversion()))"]) if shutil.which("Rscript") else ""
    for name in R_PACKAGES:
        code = f"cat(as.character(packageVersion('{name}')))"
        found[f"R {name}"] = _line(["Rscript", "-e", code]) if found["R"] else ""
    return {name: version or "not installed" for name, version in found.items()}


def _line(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def commands(task: str, folder: Path, python: Path | None, threads: int) -> Iterator[tuple[str, list[str] | str]]:
    """Each peer's way to a task: its name, and the command that runs it, or why there is none."""
    for way in R_WAYS[re.sub(r"\d+$", "", task)]:
        if shutil.which("Rscript") is None:
            yield way, "R is not installed"
            continue
        yield way, ["Rscript", "--vanilla", str(R_SCRIPT), task, way, str(folder), str(threads)]
    for key, way in WAYS:
        if key == task:
            arguments = ["-m", "benchmarks.national.others", task, way, str(folder)]
            yield way, [str(python), *arguments] if python else "the peers in Python are not installed"


def environment(threads: int) -> dict[str, str]:
    """So many threads for everybody: by the variables that each of them reads.

    The processors a process may run on are held as well, by `hold`; DuckDB and R's BLAS go by those.
    """
    names = ("OMP", "OPENBLAS", "MKL", "NUMEXPR", "NUMBA")
    found = dict(os.environ) | {f"{name}_NUM_THREADS": str(threads) for name in names}
    found |= {"POLARS_MAX_THREADS": str(threads), "R_DATATABLE_NUM_THREADS": str(threads)}
    return found | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}


def hold(threads: int) -> None:
    """This process and all it starts run on so many processors, whatever they would like."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])
