"""How long people stay and for what they leave: Kaplan–Meier, and Aalen–Johansen where reasons compete."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from math import isnan
from typing import Any, Final

import numpy as np

from progression.errors import EmptyGroup, NegativeDuration, TooFew
from progression.results import Missing, arrow_table, wide
from progression.sources import Floats, Integers, Numbers, Rows, first_row, kept, read_all
from progression.sources.columns import NOBODY

STILL_IN: Final = "left out: rows without a duration or group; no reason means still in"


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One curve: at each `time` something happened its `value`, the standard error and a 95 % interval (log scale).

    `at_risk` were in just before that time, `left` of them left then for this curve's reason. Shapes: (T,) each.
    """

    time: Floats
    value: Floats
    se: Floats
    low: Floats
    high: Floats
    at_risk: Integers
    left: Integers

    def at(self, time: float) -> tuple[float, float]:
        """Value and standard error at any time: those of the last step before it, (nan, nan) before the first."""
        place = int(np.searchsorted(self.time, time, side="right")) - 1
        return (float(self.value[place]), float(self.se[place])) if place >= 0 else (np.nan, np.nan)


@dataclass(frozen=True, slots=True, eq=False)
class Curves(Mapping[Hashable, Curve]):
    """Curves by what they are of: a reason, a group, or (group, reason)."""

    by: Mapping[Hashable, Curve]
    n: int
    missing: Missing
    names: tuple[str, ...] = field(default=("curve",))

    def __getitem__(self, key: Hashable) -> Curve:
        return self.by[key]

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self.by)

    def __len__(self) -> int:
        return len(self.by)

    @property
    def only(self) -> Curve:
        """The curve, when there is one."""
        (curve,) = self.by.values()
        return curve

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """A row a curve and time."""
        columns: dict[str, list[Any]] = {name: [] for name in self.names}
        parts: dict[str, list[Any]] = {part: [] for part in ("time", "value", "se", "low", "high", "at_risk", "left")}
        for key, curve in self.by.items():
            keys = key if isinstance(key, tuple) else (key,)
            for name, one in zip(self.names, keys, strict=True):
                columns[name] += [one] * len(curve.time)
            for part, values in parts.items():
                values += getattr(curve, part).tolist()
        return arrow_table(columns | parts)


@dataclass(frozen=True, slots=True, eq=False)
class Stays:
    """How long each stayed (`time`), for which reason she left (`reason`, NOBODY: still in), and in which group."""

    time: Numbers
    reason: Integers
    reasons: tuple[Hashable, ...]
    group: Integers
    groups: tuple[Hashable, ...]
    rows: Rows


def kaplan_meier(table: Any, duration: str, reason: str, by: str | None = None) -> Curves:  # noqa: ANN401
    """The share still in at each time, whatever the reason for leaving: S(t) = Π (1 − d/n).

    Shape: a row a stay; `duration` ≥ 0 in any unit; `reason` names why she left, and nothing there (missing, "", 0 or
    False) means still in when last seen. Variance: S²·Σ d/(n(n−d)) (Greenwood); intervals on the log scale.
    Where reasons compete, 1 − S is no share of people who leave for one of them: see `cumulative_incidence`.
    Errors: NegativeDuration, EmptyGroup, and those of `sources.read`.
    Source: Kaplan and Meier, Journal of the American Statistical Association 53 (1958); Greenwood (1926).
    """
    stays = read_stays(table, duration, reason, by)
    curves: dict[Hashable, Curve] = {}
    for group, label in enumerate(stays.groups):
        steps = _Steps(stays, group, merged=True)
        survival = np.cumprod(1 - steps.hazard)
        with np.errstate(divide="ignore", invalid="ignore"):
            summed = np.cumsum(steps.left / (steps.at_risk * (steps.at_risk - steps.left)))
            # Once everybody has left the curve is 0 without error, which is Greenwood's limit.
            errors = np.where(survival > 0, survival * np.sqrt(summed), 0.0)
        curves[label] = _curve(steps, survival, errors, steps.left)
    return Curves(curves, len(stays.time), stays.rows.missing, (by or "curve",))


def cumulative_incidence(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    duration: str,
    reason: str,
    by: str | None = None,
) -> Curves:
    """The share that has left for each reason by each time, the others competing: I(t) = Σ S(u−)·dₖ(u)/n(u).

    Shape and what counts as still in: as `kaplan_meier`. Keys: the reasons, or (group, reason) with `by`.
    Variance: the sum of the squared influence of every person (infinitesimal jackknife), as R's survfit has it;
    intervals on the log scale. Errors: as `kaplan_meier`.
    Source: Aalen and Johansen, Scandinavian Journal of Statistics 5 (1978).
    """
    stays = read_stays(table, duration, reason, by)
    if not stays.reasons:
        raise TooFew(f"Column {reason!r} names no reason: nobody has left.", column=reason)
    curves: dict[Hashable, Curve] = {}
    for group, label in enumerate(stays.groups):
        steps = _Steps(stays, group, merged=False)
        for place, why in enumerate(stays.reasons):
            value, errors = _incidence(steps, place)
            curves[(label, why) if by else why] = _curve(steps, value, errors, steps.by_reason[place])
    return Curves(curves, len(stays.time), stays.rows.missing, (by, "reason") if by else ("reason",))


def read_stays(table: Any, duration: str, reason: str, by: str | None) -> Stays:  # noqa: ANN401
    """Durations, reasons and groups. A row without duration or group is left out; one without reason is still in."""
    found = read_all(table, numbers=[duration], groups=[reason, by] if by else [reason])
    time = found.numbers[duration]
    negative = time < 0
    if negative.any():
        row = first_row(negative)
        sentence = f"Column {duration!r}, row {row}: {time[row - 1]} is before the beginning."
        raise NegativeDuration(sentence, column=duration, row=row)
    keep = ~np.isnan(time)
    if by:
        keep &= found.groups[by].codes != NOBODY
    gone = {name: count for name, count in found.missing.by_column.items() if name != reason}
    rows = kept(found, keep, Missing(STILL_IN, found.n, int((~keep).sum()), gone))
    if not rows.n:
        raise EmptyGroup(f"Column {duration!r} has no duration to compute on.", column=duration)
    codes, reasons = _reasons(rows, reason)
    group = rows.groups[by].codes if by else np.zeros(rows.n, dtype=np.int64)
    return Stays(rows.numbers[duration], codes, reasons, group, rows.groups[by].labels if by else ("all",), rows)


def _reasons(rows: Rows, reason: str) -> tuple[Integers, tuple[Hashable, ...]]:
    """Codes of the reasons alone; what says nothing is NOBODY."""
    one = rows.groups[reason]
    turned = np.full(len(one.labels) + 1, NOBODY, dtype=np.int64)
    real = [code for code, label in enumerate(one.labels) if says_something(label)]
    turned[real] = np.arange(len(real))
    return turned[one.codes], tuple(one.labels[code] for code in real)


def says_something(label: object) -> bool:
    """Whether a reason is one: nothing there, "", 0 and False mean still in."""
    return label is not None and label not in ("", 0) and not (isinstance(label, float) and isnan(label))


class _Steps:
    """Of one group, at each time: who was at risk, who left for which reason, who was last seen."""

    def __init__(self, stays: Stays, group: int, *, merged: bool) -> None:
        inside = stays.group == group
        times, place = np.unique(stays.time[inside], return_inverse=True)
        reason = stays.reason[inside]
        count = max(len(stays.reasons), 1)
        table = np.bincount((reason + 1) * len(times) + place, minlength=(count + 1) * len(times))
        table = table.reshape(count + 1, len(times)).astype(np.int64)
        self.time = times.astype(np.float64)
        self.last_seen: Integers = table[0]
        self.by_reason: Integers = table[1:].sum(axis=0, keepdims=True) if merged else table[1:]
        self.left: Integers = table[1:].sum(axis=0)
        gone = table.sum(axis=0)
        self.at_risk: Integers = gone[::-1].cumsum()[::-1]
        self.hazard: Floats = self.left / self.at_risk


def _incidence(steps: _Steps, place: int) -> tuple[Floats, Floats]:
    """The curve of one reason and its error by the influence of each person, who are alike when they left alike."""
    n, own = steps.at_risk.astype(np.float64), steps.by_reason[place].astype(np.float64)
    survival = np.cumprod(1 - steps.hazard)
    before = np.append(1.0, survival[:-1])
    value = np.cumsum(before * own / n)
    stay = 1 - steps.hazard
    grown = np.cumsum(np.divide(steps.hazard, n * stay, out=np.zeros_like(n), where=stay > 0))
    grown_before = np.append(0.0, grown[:-1])
    # Somebody still in at t moves I(t) by `inside`; who left at s moves it by `offset` + `pace`·I(t) ever after.
    inside = np.cumsum(before * own / n * (grown_before - 1 / n))
    others = steps.left - own
    kinds = [
        (own, inside + before / n, grown_before - 1 / n),
        (others, inside, grown_before - 1 / n),
        (steps.last_seen.astype(np.float64), inside, grown),
    ]
    squares = (n - own - others - steps.last_seen) * inside**2
    for count, base, pace in kinds:
        offset = base - pace * value
        squares += np.cumsum(count * offset**2)
        squares += 2 * value * np.cumsum(count * offset * pace) + value**2 * np.cumsum(count * pace**2)
    return value, np.sqrt(np.maximum(squares, 0.0))


def _curve(steps: _Steps, value: Floats, errors: Floats, left: Integers) -> Curve:
    """The curve with intervals on the log scale, none of them beyond 1."""
    factor = np.exp(wide() * np.divide(errors, value, out=np.zeros_like(value), where=value > 0))
    return Curve(steps.time, value, errors, value / factor, np.minimum(value * factor, 1.0), steps.at_risk, left)
