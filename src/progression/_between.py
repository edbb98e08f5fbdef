"""How far one answer varies between people and within them: squares, exact where the answers are whole numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from progression.errors import TooFew
from progression.results import Missing
from progression.sources import COMPLETE, Engine, opened, read
from progression.sources.asking import complete_rows, sum_of
from progression.sources.extent import LARGEST, extents

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Parted:
    """Of `n` answers of `people`: the squares `within` people and `between` them, and Σn² of a person (`squares`)."""

    n: int
    people: int
    squares: int
    within: float
    between: float
    missing: Missing


def parted(table: Any, value: str, person: str) -> Parted:  # noqa: ANN401 (any kind of table may be handed in)
    """The squares of `value`, from a grouped aggregation where an engine keeps whole numbers, else from the rows.

    Errors: those of `sources.read`.
    """
    source = opened(table)
    if isinstance(source, Engine):
        found = _asked(source, value, person)
        if found is not None:
            return found
    rows = read(source, numbers=[value], groups=[person], fewest=FEWEST)
    codes, y = rows.groups[person].codes, rows.numbers[value]
    sizes = np.bincount(codes)
    if y.dtype.kind == "i" and np.abs(y).max() <= LARGEST:
        sums = np.bincount(codes, y).astype(np.int64)
        return _exact(_by_size(sizes, sums), int((y * y).sum()), rows.missing)
    return _rounded(codes, y.astype(np.float64), sizes, rows.missing)


def _by_size(sizes: Any, sums: Any) -> Iterable[tuple[int, int, int, int]]:  # noqa: ANN401
    for n in np.unique(sizes).tolist():
        alike = sums[sizes == n]
        wide = len(alike) * float(np.abs(alike).max()) ** 2 < 1 << 62
        yield (
            n,
            len(alike),
            int(alike.sum()),
            int((alike * alike).sum()) if wide else sum(x * x for x in alike.tolist()),
        )


def _exact(sizes: Iterable[tuple[int, int, int, int]], squared: int, missing: Missing) -> Parted:
    """From how many people have n answers, and of those Σs and Σs² of a person's sum s."""
    rows = people = total = squares = 0
    means = Fraction(0)
    for n, alike, sums, products in sizes:
        rows, people, total = rows + n * alike, people + alike, total + sums
        squares += n * n * alike
        means += Fraction(products, n)
    whole = Fraction(total * total, rows)
    return Parted(rows, people, squares, float(squared - means), float(means - whole), missing)


def _rounded(codes: Any, y: Any, sizes: Any, missing: Missing) -> Parted:  # noqa: ANN401
    y = y - np.rint(y.mean())
    sums = np.bincount(codes, y)
    within = float(((y - (sums / sizes)[codes]) ** 2).sum())
    between = float((sums**2 / sizes).sum() - sums.sum() ** 2 / len(y))
    return Parted(len(y), len(sizes), int((sizes**2).sum()), within, between, missing)


def _asked(engine: Engine, value: str, person: str) -> Parted | None:
    """People with equally many answers are added up together. None where the answers are not small whole numbers."""
    rows, found = extents(engine, [value], [person])
    if not found[value].small:
        return None
    columns = {"p": engine.label(person), "y": f"CAST({engine.value(value)} AS BIGINT)"}
    answers = complete_rows(engine, columns)
    each = f"SELECT count(*) AS n, sum(y) AS s, sum(y * y) AS q FROM ({answers}) AS answers GROUP BY p"  # noqa: S608
    whole = f"SELECT n, CAST(s AS DECIMAL(18, 0)) AS s, CAST(q AS DECIMAL(18, 0)) AS q FROM ({each}) AS by_person"  # noqa: S608
    asked = f"count(*) AS people, {sum_of('s')} AS s, {sum_of('s * s')} AS ss, {sum_of('q')} AS q"
    lines = engine.ask(f"SELECT n, {asked} FROM ({whole}) AS sizes GROUP BY n").to_pylist()  # noqa: S608
    used = sum(line["n"] * line["people"] for line in lines)
    if used < FEWEST:
        raise TooFew(f"Of {rows} rows {used} are complete; at least {FEWEST} must be.")
    gone = {name: rows - one.filled for name, one in found.items() if one.filled < rows}
    sizes = [(int(line["n"]), int(line["people"]), int(line["s"]), int(line["ss"])) for line in lines]
    return _exact(sizes, sum(int(line["q"]) for line in lines), Missing(COMPLETE, rows, rows - used, gone))
