"""`make check`, what CI runs: every step with its time; each can be run alone by its name."""

import argparse
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from types import MappingProxyType

from tools.debian import install, wanting
from tools.environment import prepare
from tools.postgres import cluster, end_tidily
from tools.shell import ROOT, VAR, attempt, in_venv, product_environment, stop
from tools.tally import Tally, read_tally

RESULTS = VAR / "check"
TYPED = ("src", "tests", "tools", "benchmarks")
# A file stays with one worker: the roles of PostgreSQL that some files make are shared by all its databases.
# The tests give the order (tests/order.py): what takes long begins first, so that both workers end together.
PYTEST = ("pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "-q")
SQLITE = f"sqlite:///{VAR / 'check.sqlite3'}"
# Where the tests of a step find their database; PostgreSQL's is known when its server stands.
ADDRESSES = {"sqlite": SQLITE}
NO_TESTS = 5
BROWSER = "chromium-headless-shell"
NEED_POSTGRES = {"postgres", "slow-postgres"}
WITH_TESTS = ("sqlite", "postgres", "slow", "slow-postgres", "spark")
JAVA = "openjdk-17-jre-headless"


def _here(names: Sequence[str]) -> list[str]:
    """Those of the folders that hold Python already."""
    return [name for name in names if any((ROOT / name).rglob("*.py"))]


def _translations() -> int:
    code = attempt([in_venv("python"), "-m", "tools.translations", "--check"], product_environment())
    return attempt([in_venv("python"), "-m", "tools.compile_translations"], product_environment()) or code


def _format() -> int:
    return attempt([in_venv("ruff"), "format", "--check", "."])


def _lint() -> int:
    code = attempt([in_venv("ruff"), "check", "--output-format", "concise", "."])
    return attempt([in_venv("djlint"), "src", "--lint", "--quiet"]) or code


def _types() -> int:
    return attempt([in_venv("mypy"), *_here(TYPED)], product_environment({"BORDENDEN_LOCAL": "1"}))


def _imports() -> int:
    return attempt([in_venv("lint-imports"), "--no-cache", "--no-logo"], product_environment())


def _tests(name: str, chosen: str, extra: Mapping[str, str], *more: str) -> int:
    """One run of pytest whose figures are kept for the closing line."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    report = RESULTS / f"{name}.xml"
    report.unlink(missing_ok=True)
    command = [in_venv("python"), "-m", *PYTEST, "-m", chosen, f"--junitxml={report}", *more]
    return attempt(command, product_environment(extra))


def _sqlite() -> int:
    return _tests("sqlite", "not slow and not postgres and not spark", {"BORDENDEN_DATABASE": SQLITE})


def _postgres() -> int:
    chosen = "not slow and not once and not spark and (not browser or journey)"
    return _tests("postgres", chosen, {"BORDENDEN_DATABASE": ADDRESSES["postgres"]})


def _slow() -> int:
    code = _tests("slow", "slow and not postgres", {"BORDENDEN_DATABASE": SQLITE})
    if code == NO_TESTS:
        print("slow: no test is marked slow yet")
        return 0
    return code


def _slow_postgres() -> int:
    return _tests("slow-postgres", "slow and postgres", {"BORDENDEN_DATABASE": ADDRESSES["postgres"]})


def _spark() -> int:
    """In one process: a second one would start a second Spark."""
    return _tests("spark", "spark", {"BORDENDEN_DATABASE": SQLITE}, "-n", "0", "tests/spark")


STEPS: Mapping[str, Callable[[], int]] = MappingProxyType(
    {
        "format": _format,
        "lint": _lint,
        "types": _types,
        "imports": _imports,
        "translations": _translations,
        "sqlite": _sqlite,
        "postgres": _postgres,
    }
)
MORE_STEPS: Mapping[str, Callable[[], int]] = MappingProxyType({"slow": _slow, "slow-postgres": _slow_postgres})
# Only when named: Spark is half a gigabyte, and few outgrow one machine.
STEPS_APART: Mapping[str, Callable[[], int]] = MappingProxyType({"spark": _spark})
SYSTEM_NEEDS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "sqlite": (BROWSER, "libatomic1"),
        "postgres": (BROWSER, "libatomic1", "postgresql"),
        "slow-postgres": ("postgresql",),
        "spark": (JAVA,),
    }
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the steps named (all of them by default) and return 1 if any failed."""
    signal.signal(signal.SIGTERM, end_tidily)
    names = _chosen(arguments)
    seconds: dict[str, float] = {}
    failed: list[str] = []
    _prepare_machine(names, seconds)
    every = {**STEPS, **MORE_STEPS, **STEPS_APART}
    with _databases_meanwhile(names):
        for name in names:
            print(f"\n== {name}", flush=True)
            begun = time.monotonic()
            if _fails(every[name]):
                failed.append(name)
            seconds[name] = time.monotonic() - begun
    _report(seconds, failed)
    return 1 if failed else 0


@contextmanager
def _databases_meanwhile(names: Sequence[str]) -> Iterator[None]:
    """The steps before the tests need one processor: the other migrates the tables that the tests will copy.

    Tests that come before it is done wait for it; if it fails they do it themselves, and say why it fails.
    """
    with ExitStack() as standing:
        if NEED_POSTGRES & set(names):
            ADDRESSES["postgres"] = standing.enter_context(cluster())
        wanted = [address for name, address in ADDRESSES.items() if name in names]
        if not wanted:
            yield
            return
        making = standing.enter_context(
            subprocess.Popen(
                [in_venv("python"), "-m", "tests.tables", *wanted],
                cwd=ROOT,
                env=product_environment({"BORDENDEN_DATABASE": SQLITE}),
                stdin=subprocess.DEVNULL,
            )
        )
        standing.callback(making.terminate)
        yield


def _fails(step: Callable[[], int]) -> bool:
    """Whether the step failed; one that stopped with a sentence has failed, one that was told to end ends all."""
    try:
        return step() != 0
    except SystemExit as stopped:
        if stopped.code != 1:
            raise
        return True


def _chosen(arguments: Sequence[str] | None) -> list[str]:
    usual = [*STEPS, *MORE_STEPS]
    every = [*usual, *STEPS_APART]
    parser = argparse.ArgumentParser(prog="tools.check", description="Run the checks of the house.")
    parser.add_argument("steps", nargs="*", metavar="STEP", help=f"any of: {', '.join(every)}")
    parser.add_argument("--all", action="store_true", help="the slow suites too")
    chosen = parser.parse_args(arguments)
    unknown = [name for name in chosen.steps if name not in every]
    if unknown:
        stop(f"There is no step {', '.join(unknown)}. The steps are: {', '.join(every)}")
    return chosen.steps or (usual if chosen.all else list(STEPS))


def _prepare_machine(names: Sequence[str], seconds: dict[str, float]) -> None:
    """What cannot be had stops the check before it has cost time; Debian's packages and Python's together."""
    begun = time.monotonic()
    missing = wanting(list({package: None for name in names for package in SYSTEM_NEEDS.get(name, ())}))
    with ThreadPoolExecutor(max_workers=1) as beside:
        environment = beside.submit(prepare, "spark" if STEPS_APART.keys() & set(names) else "dev")
        install(missing)
        environment.result()
    seconds["machine"] = time.monotonic() - begun


def _report(seconds: Mapping[str, float], failed: Sequence[str]) -> None:
    """A line for each step; last the sum of all tests, in pytest's own words."""
    print()
    for name, spent in seconds.items():
        print(f"{name:<14}{spent:>8.1f} s  {'FAILED' if name in failed else 'ok'}")
    print(f"{'in all':<14}{sum(seconds.values()):>8.1f} s  {'FAILED' if failed else 'ok'}")
    tallies = [read_tally(RESULTS / f"{name}.xml") for name in seconds if name in WITH_TESTS]
    if tallies:
        print(sum(tallies, Tally()))


if __name__ == "__main__":
    raise SystemExit(main())
