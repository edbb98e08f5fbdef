"""What the columns of an engine hold: how many values, from where to where, and whether all of them are whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from progression.errors import not_a_number
from progression.sources.engines import NAME, WHOLE, Engine

LARGEST: Final = 100_000
"""Whole numbers up to here have exact sums of products, in any order, for as many rows as there are people."""
_KINDS: Final = (("TINYINT", 127), ("SMALLINT", 32_767), ("INTEGER", 2**31))


@dataclass(frozen=True, slots=True)
class Extent:
    """What a column holds: how many values, from where to where, and how many of them are not whole."""

    filled: int
    low: float
    high: float
    broken: int

    @property
    def small(self) -> bool:
        """Whether sums of products are exact."""
        return self.broken == 0 and max(abs(self.low), abs(self.high)) <= LARGEST


def extents(engine: Engine, names: Sequence[str], by: Sequence[str] = ()) -> tuple[int, dict[str, Extent]]:
    """How many rows there are, and the extent of each column, of groups only how many are filled.

    Errors: NotANumber for infinity, and those of `Engine.number`.
    """
    columns = {name: engine.value(name) for name in names}
    groups = {name: engine.label(name) for name in by}
    asked = ["count(*) AS n", *(f"count({sql}) AS g{place}" for place, sql in enumerate(groups.values()))]
    for place, sql in enumerate(columns.values()):
        asked += [f"count({sql}) AS c{place}", f"min({sql}) AS l{place}", f"max({sql}) AS h{place}"]
    asked += [
        f"sum(CASE WHEN {sql} <> floor({sql}) THEN 1 ELSE 0 END) AS b{place}"
        for place, (name, sql) in enumerate(columns.items())
        if engine.kinds[name] != WHOLE
    ]
    row = engine.ask(f"SELECT {', '.join(asked)} FROM {NAME}").to_pylist()[0]  # noqa: S608 (names are quoted)
    found = {}
    for place, name in enumerate(columns):
        low, high = float(row[f"l{place}"] or 0), float(row[f"h{place}"] or 0)
        if np.isinf([low, high]).any():
            refuse_infinite(engine, name)
        found[name] = Extent(int(row[f"c{place}"]), low, high, int(row.get(f"b{place}") or 0))
    for place, name in enumerate(groups):
        found[name] = Extent(int(row[f"g{place}"]), 0, 0, 0)
    return int(row["n"]), found


def short_kind(widest: float) -> str:
    """The shortest kind of whole number that holds one so far from 0."""
    return next(kind for kind, most in _KINDS if widest <= most)


def short_kinds(engine: Engine, names: Sequence[str]) -> dict[str, str]:
    """The shortest kind of each column of small whole numbers; the others are left out."""
    found = extents(engine, names)[1]
    return {name: short_kind(max(abs(found[name].low), abs(found[name].high))) for name in names if found[name].small}


def refuse_infinite(engine: Engine, name: str) -> None:
    """NotANumber with the row, when a column holds infinity."""
    sql = engine.number(name)
    infinite = f"abs({sql}) = CAST('Infinity' AS DOUBLE)"
    if engine.ask(f"SELECT count(*) AS n FROM {NAME} WHERE {infinite}")["n"][0].as_py():  # noqa: S608 (names are quoted)
        raise not_a_number(name, *engine.first(infinite, sql))
