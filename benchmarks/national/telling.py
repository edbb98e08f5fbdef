"""The part of RESULTS.md on the evaluation's arithmetic: aims first, then every figure of the run."""

from collections.abc import Iterable, Iterator, Mapping
from math import log
from statistics import linear_regression
from typing import Any, Final

from benchmarks.national.aims import FILE, MEMORY, PROCESS, Way, Ways, judged, ours_of, seconds
from benchmarks.national.tasks import LIST, TASKS

OURS: Final = "ours"
OWN: Final = ("ours", "ours in memory", "bare scan")
HEADS: Final = (
    "",
    "runs",
    "in memory, s",
    "from the file, s",
    "process, s",
    "MiB",
    "against ours",
    "figure",
    "apart",
)


def told(measured: Mapping[str, Any]) -> str:
    """The whole part, from what was measured."""
    sizes = {int(size): _ways(found) for size, found in measured["sizes"].items()}
    rows = {int(size): int(found["rows"]) for size, found in measured["sizes"].items()}
    parts = [_head(measured), _aims(sizes), _list(sizes), _growing(sizes), _not_there(measured, sizes)]
    parts += [_size(people, rows[people], sizes[people]) for people in sorted(sizes)]
    return "\n\n".join(part for part in parts if part)


def _ways(found: Mapping[str, Any]) -> Ways:
    return {(way["task"], way["way"]): way for way in found["ways"]}


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]], words: int = 1) -> str:
    named = list(heads)
    lines = ["| " + " | ".join(row) + " |" for row in [named, *map(list, rows)]]
    marks = [" --- |" if place < words else " --: |" for place in range(len(named))]
    return "\n".join([lines[0], "|" + "".join(marks), *lines[1:]])


def _head(measured: Mapping[str, Any]) -> str:
    machine = "\n".join(f"| {name} | {value} |" for name, value in measured["machine"].items())
    versions = ", ".join(f"{name} {version}" for name, version in measured["versions"].items())
    sittings = measured["sittings"]
    apart = f" In {len(sittings)} sittings: {', '.join(sittings)}." if len(sittings) > 1 else ""
    return f"""## The arithmetic of an evaluation, beside its peers

Written by `make bench-evaluation` on {sittings[-1]}, version {measured["version"]}: one run on one machine.{apart}
All data are made up (fixed seed): two to eight assessments of 20 items a person, 98 municipalities. How to read it:
`docs/operations/speed.md`. Each run is a process of its own with {measured["threads"]} threads on as many processors,
{measured["seconds"]:,.0f} s and {measured["gib"]:.1f} GiB at most; {_runs(measured["rounds"])}.

| | |
| --- | --- |
{machine}
| Peers | {versions} |
| Load (1 minute) | {measured["load"][0]:.2f} when it began, {measured["load"][1]:.2f} when it ended |"""


def _runs(rounds: int) -> str:
    if rounds == 1:
        return "one run of each, so no median"
    return f"medians of {rounds} runs, of 3 where one takes over 10 s, one run where it takes over a minute"


def _aims(sizes: Mapping[int, Ways]) -> str:
    rows = [(one.aim, one.people, one.ours, one.theirs, one.found, one.verdict) for one in judged(sizes)]
    table = _table(("aim", "people", "ours", "best of them", "times", ""), rows)
    return f"### Each aim, and whether it is met\n\n{table}"


def _list(sizes: Mapping[int, Ways]) -> str:
    rows = []
    for people, ways in sorted(sizes.items()):
        way = ways.get(("list", OURS))
        if way and "work" in way:
            parts = [f"{way['parts'][key]:.2f}" for key in LIST]
            rows.append([f"{people:,}", f"{way['work']:.2f}", f"{way['whole']:.2f}", f"{way['peak']:,.0f}", *parts])
    if not rows:
        return ""
    heads = ("people", "all, s", "process, s", "MiB", *LIST)
    said = "From Parquet to the figures, one after the other in one process; the seconds of each."
    return f"### The whole list in one process\n\n{said}\n\n{_table(heads, rows, 0)}"


def _growing(sizes: Mapping[int, Ways]) -> str:
    """The slope of seconds on people, log–log: 1 is twice as long for twice as many."""
    if len(sizes) < 2:
        return ""
    rows = []
    for key, task in TASKS.items():
        pairs = [pair for ways in sizes.values() for pair in ways if pair[0] == key and pair[1] != "bare scan"]
        names = dict.fromkeys(name for _, name in pairs)
        slopes = [(name, _slope(key, name, sizes)) for name in names]
        rows.append((task.name, ", ".join(f"{name} {slope:.2f}" for name, slope in slopes if slope is not None)))
    said = "The slope of seconds (from the file) on people, both in logarithms: 1 is twice as long for twice as many."
    return f"### How the cost grows\n\n{said}\n\n{_table(('', 'slope'), rows, 2)}"


def _slope(task: str, name: str, sizes: Mapping[int, Ways]) -> float | None:
    found = [(people, seconds(ways.get((task, name)), FILE)) for people, ways in sizes.items()]
    points = [(log(people), log(took)) for people, took in found if took]
    if len(points) < 2:
        return None
    return linear_regression(*zip(*points, strict=True)).slope


def _not_there(measured: Mapping[str, Any], sizes: Mapping[int, Ways]) -> str:
    missing = [name for name, version in measured["versions"].items() if version == "not installed"]
    said = [f"- {', '.join(missing)}: not installed, not compared."] if missing else []
    for people, ways in sorted(sizes.items()):
        for (key, name), way in ways.items():
            if "why" in way:
                said.append(f"- {name}, {_named(key)}, at {people:,}: {way['why']}.")
    return "\n".join(["### What is not compared", "", *said]) if said else ""


def _named(key: str) -> str:
    return TASKS[key].name if key in TASKS else "the whole list"


def _size(people: int, rows: int, ways: Ways) -> str:
    lines = [line for key in TASKS for line in _task(key, ways)]
    said = f"### {people:,} people, {rows:,} assessments\n"
    return "\n".join([said, _table(HEADS, lines)])


def _task(key: str, ways: Ways) -> Iterator[list[str]]:
    own = ways.get((key, OURS))
    if own is None:
        return
    yield [f"**{TASKS[key].name}**", *[""] * (len(HEADS) - 1)]
    for (one, name), way in ways.items():
        if one == key and "work" in way:
            yield [name, *_figures(key, name, way, ways, own)]


def _figures(key: str, name: str, way: Way, ways: Ways, own: Way) -> Iterator[str]:
    yield str(way["rounds"])
    for measure in (MEMORY, FILE, PROCESS):
        took = seconds(way, measure)
        yield "" if took is None else f"{took:.3f}"
    yield f"{way['peak']:,.0f}"
    yield "" if name in OWN else _against(key, way, ways)
    figures, ours = way["figures"], own.get("figures", {})
    first = next(iter(figures), "")
    yield f"{first} {figures[first]:.10g}{_noted(way)}" if first else ""
    yield "" if name == OURS or not figures else f"{apart(figures, ours):.0e}"


def _noted(way: Way) -> str:
    parts = ", ".join(f"{name} {took:.3f} s" for name, took in way.get("parts", {}).items())
    said = "; ".join(one for one in (parts, way.get("note", "")) if one)
    return f" ({said})" if said else ""


def _against(key: str, way: Way, ways: Ways) -> str:
    """How many times as long as ours: in memory, from the file, and the whole process."""
    found = []
    for measure in (MEMORY, FILE, PROCESS):
        took, own = seconds(way, measure), ours_of(ways, key, measure)
        found.append("–" if took is None or not own else f"{took / own:,.1f}")
    return " · ".join(found)


def apart(figures: Mapping[str, float], ours: Mapping[str, float]) -> float:
    """The largest relative difference between the figures that both have."""
    both = figures.keys() & ours.keys()
    found = [abs(figures[name] - ours[name]) / max(abs(ours[name]), 1e-300) for name in both]
    return max(found, default=float("nan"))
