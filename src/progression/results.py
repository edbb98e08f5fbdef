"""What comes out: an estimate with its error, what was missing, and every result as an Arrow table."""

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import erfc, isfinite, nan, sqrt
from statistics import NormalDist
from types import ModuleType
from typing import Any, Final

from progression.errors import MissingPackage

LEVEL: Final = 0.95
"""The share of intervals that hold the true value, when the model is true."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """One figure: `value`, its standard error, a 95 % interval from `low` to `high`, and the two-sided `p` of 0."""

    value: float
    se: float
    low: float
    high: float
    p: float


def estimate(value: float, se: float, df: float | None = None) -> Estimate:
    """An estimate from its standard error: value ± q·se and p of value/se.

    Unit: that of `value`. q and p are of the normal distribution, or of Student's t with `df` degrees of freedom.
    A standard error of 0 has no p (nan): there is nothing to compare with. Source: Wald's interval and test.
    """
    value, se = float(value), float(se)
    half = wide(df) * se
    if not isfinite(se) or se <= 0:
        return Estimate(value, se, value - half, value + half, nan)
    return Estimate(value, se, value - half, value + half, two_sided(value / se, df))


def wide(df: float | None = None) -> float:
    """How many standard errors a 95 % interval reaches to each side."""
    share = 0.5 + LEVEL / 2
    return NormalDist().inv_cdf(share) if df is None else float(_students().stdtrit(df, share))


def two_sided(statistic: float, df: float | None = None) -> float:
    """The chance of a statistic at least as far from 0, when the truth is 0."""
    far = abs(statistic)
    return erfc(far / sqrt(2)) if df is None else float(2 * _students().stdtr(df, -far))


def _students() -> ModuleType:
    """What has Student's distribution: a third of the time that a model of a hundred thousand people takes goes into
    importing it, and most estimates are normal."""
    return package("scipy.special", "Student's distribution")


@dataclass(frozen=True, slots=True)
class Missing:
    """What was left out and why: `rows` of the table, `left_out` of them by `rule`, `by_column` where it was empty.

    A row may be empty in several columns, so `by_column` may add up to more than `left_out`.
    """

    rule: str
    rows: int
    left_out: int
    by_column: Mapping[str, int]

    @property
    def used(self) -> int:
        """Rows that were computed on."""
        return self.rows - self.left_out


def package(name: str, need: str) -> ModuleType:
    """A package of the set `stats`, asked for when it is needed and not before. MissingPackage says how to get it."""
    try:
        return importlib.import_module(name)
    except ImportError as absent:
        raise MissingPackage(f"{need} needs {name}: install the set stats (bordenden[stats]).") from absent


def arrow_table(columns: Mapping[str, Sequence[Any]]) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
    """Columns of equal length as a pyarrow.Table."""
    return package("pyarrow", "A result as a table").table({name: list(column) for name, column in columns.items()})


def estimates_table(estimates: Mapping[str, Estimate]) -> Any:  # noqa: ANN401
    """A row an estimate, as a pyarrow.Table: name, value, se, low, high, p."""
    found = list(estimates.values())
    parts = {part: [getattr(one, part) for one in found] for part in ("value", "se", "low", "high", "p")}
    return arrow_table({"name": list(estimates), **parts})
