"""The aims of the evaluation's speed, each judged by what was measured: met or not, and at which size."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

MILLION: Final = 1_000_000
SUMS, MEMORY, FILE, PROCESS = "from the sums", "in memory", "from the file", "whole process"
Way = Mapping[str, Any]
Ways = Mapping[tuple[str, str], Way]


@dataclass(frozen=True, slots=True)
class Aim:
    """So many times as fast as the best of these peers, at this many people, by each of these measures."""

    said: str
    task: str
    peers: tuple[str, ...]
    least: float
    measures: tuple[str, ...] = (MEMORY, FILE)
    people: int = MILLION


FIT: Final = (SUMS, MEMORY, FILE)
"""A growth model is fitted from the sums of each person; what makes the sums counts in the other two."""
AIMS: Final = (
    Aim("growth model, the fit", "growth", ("lme4",), 100, FIT),
    Aim("growth model, the fit, compiled (nothing is: people are pooled)", "growth", ("lme4",), 1000, FIT),
    Aim("growth model, whole process", "growth", ("lme4",), 30, (PROCESS,), 100_000),
    Aim("growth model, whole process", "growth", ("lme4",), 200, (PROCESS,)),
    Aim("incidence with errors", "incidence", ("survival",), 300),
    Aim("alpha, 10 items", "alpha10", ("psych",), 100),
    Aim("alpha, 10 items", "alpha10", ("pandas",), 2),
    Aim("least squares, errors by person", "ols", ("statsmodels", "pyfixest", "lm and sandwich"), 10),
    Aim("descriptive cube", "cube", ("Polars", "Polars on the file"), 2),
)
SECONDS: Final = 10.0
COMPILED_SECONDS: Final = 3.0
MEBIBYTES: Final = 1024.0
SCANS: Final = 3.0


@dataclass(frozen=True, slots=True)
class Judged:
    """One aim beside what was found."""

    aim: str
    people: str
    ours: str
    theirs: str
    found: str
    verdict: str


def seconds(way: Way | None, measure: str) -> float | None:
    """What a way took by a measure; None where it has no such figure."""
    if way is None or "work" not in way:
        return None
    if measure == PROCESS:
        return float(way["whole"])
    if measure == SUMS and way.get("parts"):
        return float(way["parts"]["fit"])
    if measure in (SUMS, MEMORY):
        return None if way["read"] is None else float(way["work"])
    return float(way["work"]) + float(way["read"] or 0)


def ours_of(ways: Ways, task: str, measure: str) -> float | None:
    """What ours took: of an Arrow table for what is asked in memory, of the file for all else."""
    own = seconds(ways.get((task, "ours in memory")), measure) if measure == MEMORY else None
    return own if own is not None else seconds(ways.get((task, "ours")), measure)


def judged(sizes: Mapping[int, Ways]) -> Iterator[Judged]:
    """Every aim, in order."""
    for aim in AIMS:
        yield _ratio(aim, sizes)
    yield from _list(sizes)


def _ratio(aim: Aim, sizes: Mapping[int, Ways]) -> Judged:
    said = f"{aim.said}: ≥ {aim.least:,.0f} × {' / '.join(aim.peers)}"
    found = _largest(aim, sizes)
    if found is None:
        return Judged(said, f"{aim.people:,}", "", "", "", "not measured")
    people, pairs = found
    ratios = [theirs / own for own, _, theirs in pairs]
    met = [ratio >= aim.least for ratio in ratios]
    verdict = "met" if all(met) else "not met"
    if any(met) and not all(met):
        verdict = f"met {' and '.join(name for name, so in zip(aim.measures, met, strict=True) if so)} only"
    if people < aim.people:
        verdict += f", at {people:,} only"
    measures = aim.measures if len(aim.measures) > 1 else [""]
    return Judged(
        said,
        f"{aim.people:,}",
        _joined([f"{own:.3f} s" for own, _, _ in pairs], measures),
        _joined([f"{peer} {theirs:.2f} s" for _, peer, theirs in pairs], measures),
        " · ".join(f"{ratio:,.1f} ×" for ratio in ratios),
        verdict,
    )


def _joined(found: Sequence[str], measures: Sequence[str]) -> str:
    return " · ".join(f"{one} {measure}".strip() for one, measure in zip(found, measures, strict=True))


def _largest(aim: Aim, sizes: Mapping[int, Ways]) -> tuple[int, list[tuple[float, str, float]]] | None:
    """The largest size up to the aim's at which ours and a peer finished: ours, the best peer and its seconds."""
    for people in sorted((size for size in sizes if size <= aim.people), reverse=True):
        pairs = []
        for measure in aim.measures:
            own = ours_of(sizes[people], aim.task, measure)
            taken = [(seconds(sizes[people].get((aim.task, peer)), measure), peer) for peer in aim.peers]
            best = min(((took, peer) for took, peer in taken if took is not None), default=None)
            if own is not None and best is not None:
                pairs.append((own, best[1], best[0]))
        if len(pairs) == len(aim.measures):
            return people, pairs
    return None


def _list(sizes: Mapping[int, Ways]) -> Iterator[Judged]:
    """The whole list from Parquet: its time, its memory, and what it is beside the bare scan of its columns."""
    people = max((size for size in sizes if ("list", "ours") in sizes[size]), default=0)
    way, scan = (sizes.get(people, {}).get(("list", one), {}) for one in ("ours", "bare scan"))
    if "work" not in way:
        return
    whole = float(way["work"])
    at = "" if people == MILLION else f", at {people:,} only"
    size = f"{MILLION:,}"

    def line(said: str, found: str, *, met: bool) -> Judged:
        return Judged(said, size, found, "", "", ("met" if met else "not met") + at)

    list_said = "the whole list from Parquet, one process"
    yield line(f"{list_said}: ≤ {SECONDS:.0f} s", f"{whole:.2f} s", met=whole <= SECONDS)
    compiled = f"{list_said}: ≤ {COMPILED_SECONDS:.0f} s compiled (nothing is compiled here)"
    yield line(compiled, f"{whole:.2f} s", met=whole <= COMPILED_SECONDS)
    peak = float(way["peak"])
    yield line(f"{list_said}: ≤ {MEBIBYTES:,.0f} MiB", f"{peak:,.0f} MiB", met=peak <= MEBIBYTES)
    if "work" in scan:
        rest, bare = whole - float(way["parts"]["growth"]), float(scan["work"])
        said = f"the list without the model: ≤ {SCANS:.0f} × the bare scan of its columns, compiled"
        yield line(said, f"{rest:.2f} s, scan {bare:.2f} s: {rest / bare:.1f} ×", met=rest <= SCANS * bare)
