"""What goes with leaving sooner, for one reason at a time: Cox's proportional hazards with Efron's ties."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from progression._normal import standard
from progression.errors import EmptyGroup, NoFiniteAnswer, TooFew, before_the_beginning
from progression.flows.curves import reasons_of
from progression.results import Estimate, Missing, estimate, estimates_table
from progression.sources import COMPLETE, Floats, Integers, Rows, first_row, kept, names_of, read_all
from progression.sources.columns import NOBODY, stack

MOST_STEPS: Final = 50
FAR: Final = 15.0


@dataclass(frozen=True, slots=True)
class CoxFit:
    """Log hazard ratios by column (e^value: the ratio for one unit more), of `n` stays with `left` of them ended."""

    coefficients: Mapping[str, Estimate]
    log_likelihood: float
    n: int
    left: int
    missing: Missing

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """The effects, a row each."""
        return estimates_table(self.coefficients)


@dataclass(frozen=True, slots=True, eq=False)
class _Risk:
    """Stays in order of time: `begins` of each time, `events` marks who left for the reason, `deaths` a time."""

    columns: Floats
    events: Floats
    begins: Integers
    place: Integers
    deaths: Integers
    turns: Integers = field(repr=False)
    share: Floats = field(repr=False)


def cox(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    duration: str,
    reason: str,
    covariates: Sequence[str],
    of: Hashable | None = None,
) -> CoxFit:
    """The log hazard ratio of leaving for the reason `of` (for any, when None), other reasons ending the watch.

    Shape: a row a stay, covariates as numbers known when it began (one that becomes known later makes the time before
    it immortal), read row by row. What counts as still in: as `kaplan_meier`. Rows with anything else missing are
    left out. Intervals are normal. Errors: NoFiniteAnswer (a column tells who leaves), NotSeparable, TooFew,
    NegativeDuration.
    Source: Cox (1972); ties: Efron, Journal of the American Statistical Association 72 (1977).
    """
    covariates = names_of(covariates)
    rows = _rows(table, duration, reason, covariates)
    time = rows.numbers[duration]
    codes, reasons = reasons_of(rows.groups[reason])
    if of is not None and of not in reasons:
        raise TooFew(f"Column {reason!r}: nobody left for {of!r}.", column=reason)
    events = codes != NOBODY if of is None else codes == reasons.index(of)
    if not events.any():
        raise TooFew(f"Column {reason!r}: nobody with all columns left.", column=reason)
    design = standard(covariates, [rows.numbers[name] for name in covariates], rows.n, intercept=False)
    effects, information, likely = _likeliest(_risk(design.columns, time, events), covariates)
    values = design.back @ effects
    errors = np.sqrt(np.diag(design.back @ np.linalg.inv(information) @ design.back.T))
    return CoxFit(
        {name: estimate(value, error) for name, value, error in zip(covariates, values, errors, strict=True)},
        likely,
        rows.n,
        int(events.sum()),
        rows.missing,
    )


def _rows(table: Any, duration: str, reason: str, covariates: Sequence[str]) -> Rows:  # noqa: ANN401
    """The rows with all numbers, read at once: in some engines two questions give two orders."""
    found = read_all(table, numbers=[duration, *covariates], groups=[reason])
    time = found.numbers[duration]
    if (time < 0).any():
        raise before_the_beginning(duration, first_row(time < 0, found.at), time[time < 0][0])
    if np.isnan(time).all():
        raise EmptyGroup(f"Column {duration!r} has no duration to compute on.", column=duration)
    numbers = stack([found.numbers[name] for name in (duration, *covariates)], found.n)
    keep = np.asarray(~np.isnan(numbers).any(axis=1))
    gone = {name: count for name, count in found.missing.by_column.items() if name != reason}
    return kept(found, keep, Missing(COMPLETE, found.n, int((~keep).sum()), gone))


def _risk(columns: Floats, time: Floats | Integers, events: Any) -> _Risk:  # noqa: ANN401
    order = np.argsort(time, kind="stable")
    begins = np.flatnonzero(np.diff(time[order], prepend=-1.0)).astype(np.int64)
    place = np.repeat(np.arange(len(begins)), np.diff(begins, append=len(order)))
    marks = events[order].astype(np.float64)
    deaths = np.add.reduceat(marks, begins).astype(np.int64)
    turns = np.repeat(np.arange(len(begins)), deaths)
    first = np.repeat(np.cumsum(deaths) - deaths, deaths)
    share = (np.arange(len(turns)) - first) / np.repeat(deaths, deaths)
    return _Risk(columns[order], marks, begins, place, deaths, turns, share)


def _likeliest(risk: _Risk, names: Sequence[str]) -> tuple[Floats, Floats, float]:
    effects = np.zeros(risk.columns.shape[1])
    for _ in range(MOST_STEPS):
        likely, slope, information = _partial(risk, effects)
        far = int(np.abs(effects).argmax())
        if abs(effects[far]) > FAR or np.linalg.cond(information) > 1e14:
            name = names[far]
            raise NoFiniteAnswer(f"Column {name!r} tells who leaves without fail: no finite estimate.", column=name)
        step = cho_solve(cho_factor(information), slope)
        if float(step @ slope) < 1e-18 * len(risk.events):
            return effects, information, likely
        effects = effects + step
    raise NoFiniteAnswer("The model does not come to rest: who leaves is all but told by the columns.")


def _partial(risk: _Risk, effects: Floats) -> tuple[float, Floats, Floats]:
    """Log partial likelihood, gradient and information.

    At a time with d who leave, the l-th of them is compared with all at risk less the share l/d of those d. All
    sums over the risk set are turned into one weight a person, so that the information is one product of matrices.
    """
    line = risk.columns @ effects
    top = float(line.max())
    weight = np.exp(line - top)
    weighted = risk.columns * weight[:, None]
    dying = risk.events
    s0, s1 = (_still(np.add.reduceat(one, risk.begins)) for one in (weight, weighted))
    d0, d1 = (np.add.reduceat(one, risk.begins) for one in (weight * dying, weighted * dying[:, None]))
    each = s0[risk.turns] - risk.share * d0[risk.turns]
    parts = [np.bincount(risk.turns, weights, len(risk.begins)) for weights in _powers(risk.share, each)]
    plain, shared, twice, crossed, both = parts
    likely = float(line @ dying - np.log(each).sum() - top * len(each))
    slope = risk.columns.T @ dying - (s1.T @ plain - d1.T @ shared)
    person = weight * (np.cumsum(plain)[risk.place] - dying * shared[risk.place])
    mean = s1.T @ (s1 * crossed[:, None]) - 2 * _even(s1.T @ (d1 * twice[:, None])) + d1.T @ (d1 * both[:, None])
    return likely, slope, risk.columns.T @ (risk.columns * person[:, None]) - mean


def _powers(share: Floats, each: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    return 1 / each, share / each, share / each**2, 1 / each**2, share**2 / each**2


def _still(sums: Floats) -> Floats:
    """From sums at each time to sums over all who are still in then."""
    return np.asarray(np.cumsum(sums[::-1], axis=0)[::-1])


def _even(square: Floats) -> Floats:
    return (square + square.T) / 2
