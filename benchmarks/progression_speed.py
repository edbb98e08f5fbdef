"""How much faster `change_over` is than a plain loop over the same rows, in one run on one machine.

Run: python benchmarks/progression_speed.py [people] (default 1,000,000, with about four answers each). All
data are made up.
"""

import os
import platform
import sys
import time
from collections.abc import Callable
from datetime import date
from random import Random

import numpy as np
import numpy.typing as npt
import scipy

from progression.disclosure import Dimension, Frame, Table, attack, protect
from progression.trajectories import Changes, change_over

Columns = tuple[npt.NDArray[np.int64], npt.NDArray[np.datetime64], npt.NDArray[np.int64]]
ROUNDS = 3


def made_up(people: int) -> Columns:
    """About four answers a person over two years, in no order."""
    random = np.random.default_rng(1)
    rows = people * 4
    days = np.datetime64("2014-10-01", "D") + random.integers(0, 730, rows)
    return random.integers(0, people, rows), days, random.integers(0, 11, rows)


def plain_loop(people: list[int], days: list[date], values: list[int]) -> dict[int, tuple[int, int]]:
    """First and last value of each person, as one would write it without columns: {person: (n, change)}.

    The same tie rule: the lower median of a day.
    """
    answers: dict[int, dict[date, list[int]]] = {}
    for person, day, value in zip(people, days, values, strict=True):
        answers.setdefault(person, {}).setdefault(day, []).append(value)
    found = {}
    for person, by_day in answers.items():
        first, last = sorted(by_day[min(by_day)]), sorted(by_day[max(by_day)])
        change = last[(len(last) - 1) // 2] - first[(len(first) - 1) // 2]
        found[person] = (len(by_day), change)
    return found


def seconds(work: Callable[[], object]) -> float:
    """The least of a few runs."""
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def compare(people: int) -> None:
    """Print both times and their ratio, after seeing that both give the same."""
    columns = made_up(people)
    person, day, value = columns[0].tolist(), columns[1].tolist(), columns[2].tolist()
    changes: Changes = change_over(*columns)
    looped = plain_loop(person, day, value)
    found = zip(changes.person.tolist(), changes.n.tolist(), changes.change.tolist(), strict=True)
    if {who: (n, change) for who, n, change in found} != looped:
        raise SystemExit("change_over and the plain loop disagree")
    fast = seconds(lambda: change_over(*columns))
    slow = seconds(lambda: plain_loop(person, day, value))
    print(f"change_over, {len(person):,} rows, {people:,} people: {fast:.3f} s")
    print(f"plain Python loop, same rows (lists ready made): {slow:.3f} s")
    print(f"ratio: {slow / fast:.1f}")


def tables() -> None:
    """Print how long protection and attack take on tables of national size."""
    random = Random(1)
    for municipalities, groups in [(10, 8), (30, 2), (30, 8), (30, 16)]:
        frame = Frame(
            "people",
            (
                Dimension.of("municipality", [f"m{place}" for place in range(municipalities)], place=True),
                Dimension.of("group", [f"g{group}" for group in range(groups)]),
            ),
        )
        counts = tuple(int(random.expovariate(1 / 15)) for _ in range(municipalities * groups))
        began = time.perf_counter()
        safe = protect([Table(frame, counts)])
        protected = time.perf_counter()
        result = attack([safe])
        ended = time.perf_counter()
        print(
            f"{municipalities} x {groups}: {len(result.withheld)} of {len(safe.only.cells)} cells withheld, "
            f"protect {protected - began:.2f} s, attack {ended - protected:.2f} s, "
            f"nothing recovered: {result.nothing_recovered}"
        )


def main() -> None:
    """Name the machine and run."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores")
    print(f"Python {platform.python_version()}, numpy {np.__version__}, scipy {scipy.__version__}")
    compare(people)
    tables()


if __name__ == "__main__":
    main()
