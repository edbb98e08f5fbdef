"""The benchmark of the arithmetic: ours runs from file and memory alike, peers say the same, and aims are judged."""

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from benchmarks import parts
from benchmarks.national import others, ours
from benchmarks.national.aims import judged
from benchmarks.national.data import made_up
from benchmarks.national.processes import Lived, lived
from benchmarks.national.tasks import CELL, CUBE, LIST, TASKS
from benchmarks.national.telling import apart, told
from progression.associations import correlation
from progression.sources import asking

PEOPLE = 3_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("people")
    made_up(PEOPLE, place, csv=False)
    return place


@pytest.fixture(autouse=True)
def _untimed() -> Iterator[None]:
    """The scan of a growth model is timed in a process of its own; here it is put back."""
    ours.load("growth")
    module = sys.modules["progression.mixed.growth"]
    scan = module.pooled_of
    yield
    module.pooled_of = scan  # type: ignore[attr-defined]


def test_every_task_gives_the_same_figures_from_the_file_and_from_memory(folder: Path) -> None:
    for task in TASKS.values():
        file, memory = ours.from_file(task, folder), ours.in_memory(task, folder)
        assert file["figures"] == memory["figures"], task.key
        assert ("parts" in file) == (task.key in ("growth", "caseworkers"))
    assert set(LIST) < set(TASKS)


def test_few_rows_are_multiplied_here_and_many_by_the_engine_to_the_same_digits(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holes = pa.table({"a": [1, None, 3, 4, 9], "b": [2, 2, 5, 4, 1], "c": [70_000, 1, -3, 5, 8]})
    here = [
        ours.COMPUTED["alpha10"](folder / "rows.parquet", TASKS["alpha10"]),
        correlation(holes, "abc").matrix.tolist(),
    ]
    monkeypatch.setattr(asking, "HELD", 0)
    there = [
        ours.COMPUTED["alpha10"](folder / "rows.parquet", TASKS["alpha10"]),
        correlation(holes, "abc").matrix.tolist(),
    ]
    assert here == there
    assert correlation(holes, "abc").n == 4


def test_the_peers_that_are_here_find_the_same_figures(folder: Path) -> None:
    """pandas and DuckDB are among the tests' own packages."""
    compared = 0
    for (key, name), way in others.WAYS.items():
        if all(importlib.util.find_spec(package) for package in way.packages):
            theirs = others.measured(TASKS[key], way, folder)["figures"]
            found = apart(theirs, ours.COMPUTED[key](folder / f"{TASKS[key].file}.parquet", TASKS[key]))
            assert found < 1e-8, (key, name)
            compared += 1
    assert compared >= 9


def way(task: str, name: str, **said: Any) -> dict[str, Any]:
    whole = {"rounds": 5, "read": 1.0, "work": 1.0, "whole": 3.0, "busy": 3.0, "peak": 100.0, "figures": {"x": 1.0}}
    return {"task": task, "way": name} | (said if "why" in said else whole | said)


def measured(**sizes: list[dict[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "sittings": ["i dag"],
        "version": "0",
        "machine": {"Processor": "p"},
        "versions": {"lme4": "1"},
    }
    found |= {"load": [0.0, 0.0], "threads": 2, "rounds": 5, "seconds": 3600, "gib": 1}
    return found | {"sizes": {size[1:]: {"rows": 4, "ways": ways} for size, ways in sizes.items()}}


def test_a_peer_that_did_not_finish_is_said_so_and_compared_where_it_did() -> None:
    own = way("growth", "ours", read=None, work=0.1, whole=0.5, parts={"scan": 0.09, "fit": 0.001})
    small = [own, way("growth", "ours in memory", work=0.02), way("growth", "lme4", work=2.0, whole=20.0)]
    large = [own, way("growth", "lme4", why="not finished in 3,600 s")]
    page = told(measured(_100000=small, _1000000=large))
    lines = [line for line in page.splitlines() if line.startswith("| growth model") and "≥" in line]
    assert [line.split("|")[-2].strip() for line in lines] == [
        "met from the sums and in memory only, at 100,000 only",
        "met from the sums only, at 100,000 only",
        "met",
        "not met, at 100,000 only",
    ]
    assert "2,000.0 × · 100.0 × · 30.0 ×" in lines[0]
    assert "- lme4, growth model, 14 effects, level and pace, at 1,000,000: not finished in 3,600 s." in page


def test_an_aim_counts_in_memory_and_from_the_file() -> None:
    own = [way("alpha10", "ours", read=None, work=0.5), way("alpha10", "ours in memory", work=0.1)]
    peer = way("alpha10", "pandas", read=0.1, work=0.3, figures={"x": 1.5})
    ways = {(one["task"], one["way"]): one for one in [*own, peer]}
    found = next(one for one in judged({1_000_000: ways}) if "pandas" in one.aim)
    assert (found.found, found.verdict) == ("3.0 × · 0.8 ×", "met in memory only")
    assert apart(peer["figures"], own[0]["figures"]) == 0.5
    assert "5e-01" in told(measured(_1000000=[*own, peer]))


def test_each_writer_of_the_results_leaves_the_others_part_alone() -> None:
    page = parts.kept("# Speed and size\n\nold\n", "bench-evaluation", "arithmetic")
    assert parts.kept(page, "bench-evaluation", "arithmetic") == page
    assert "# Speed and size\n\nold" in page
    again = parts.kept(page, "bench", "# Speed and size\n\nnew")
    assert "old" not in again
    assert again.index("new") < again.index("arithmetic")
    assert parts.kept("", "bench", "alone").count("begin") == 1


def test_a_process_is_held_to_its_time_and_its_memory() -> None:
    def ran(code: str, **limits: Any) -> Lived | str:
        return lived([sys.executable, "-I", "-c", code], {}, **limits)

    assert ran("import time; time.sleep(9)", seconds=0.2) == "not finished in 0 s"
    assert (
        ran("x = bytearray(3 * 10**8); import time; time.sleep(9)", memory=2 * 10**8) == "it took more than 0.2 GiB"
    )
    assert ran("raise ValueError('so')") == "failed: ValueError: so"
    found = ran("print('words'); print('{\"read\": 1}')")
    assert isinstance(found, Lived)
    assert (found.said, found.peak > 1) == ({"read": 1}, True)


def test_the_cell_that_is_compared_is_one_of_the_cube(folder: Path) -> None:
    assert len(CUBE) == len(CELL)
    assert json.dumps(ours.from_file(TASKS["cube"], folder)["figures"]).count(":") == 4
