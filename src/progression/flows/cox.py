"""What goes with leaving sooner, for one reason at a time: Cox's proportional hazards with Efron's ties."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np

from progression._normal import BLOCK, add_by, moments, refuse_constant, refuse_dependent, refuse_few
from progression.errors import EmptyGroup, NoFiniteAnswer, TooFew, before_the_beginning
from progression.flows.curves import reasons_of
from progression.results import Estimate, Missing, estimate, estimates_table
from progression.sources import COMPLETE, Floats, Integers, Numbers, Rows, first_row, kept, names_of, read_all
from progression.sources.columns import NOBODY, Truths

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
    """Stays in order of time, at each time those who left for the reason last: standard `columns`, (k, N).

    `cells` says of each stay 2 × its time's place + whether she left; `many` how many are in each, `gone` the columns
    summed over all who left. Of everybody who left: her time's `turns`, and the `share` of those leaving then who are
    before her.
    """

    columns: Floats
    cells: Integers
    many: Integers
    gone: Floats
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
    risk, scale = _risk(rows, covariates, time, events)
    effects, information, likely = _likeliest(risk, covariates)
    values = effects / scale
    errors = np.sqrt(np.diag(np.linalg.inv(information))) / scale
    return CoxFit(
        {name: estimate(value, error) for name, value, error in zip(covariates, values, errors, strict=True)},
        likely,
        rows.n,
        int(events.sum()),
        rows.missing,
    )


def _rows(table: Any, duration: str, reason: str, covariates: Sequence[str]) -> Rows:  # noqa: ANN401
    """The rows with all numbers, read at once: in some engines two questions give two orders."""
    found = read_all(table, numbers=[duration, *covariates], groups=[reason], short=True)
    time = found.numbers[duration]
    if (time < 0).any():
        raise before_the_beginning(duration, first_row(time < 0, found.at), time[time < 0][0])
    if np.isnan(time).all():
        raise EmptyGroup(f"Column {duration!r} has no duration to compute on.", column=duration)
    gone = {name: count for name, count in found.missing.by_column.items() if name != reason}
    lost = np.zeros(found.n, dtype=bool)
    for name in (duration, *covariates):
        if found.numbers[name].dtype.kind == "f":
            lost |= np.isnan(found.numbers[name])
    missing = Missing(COMPLETE, found.n, int(lost.sum()), gone)
    return kept(found, ~lost, missing) if lost.any() else replace(found, missing=missing)


def _risk(rows: Rows, covariates: Sequence[str], time: Numbers, events: Truths) -> tuple[_Risk, Floats]:
    """The stays in order, and the standard deviations of the columns. Errors: TooFew, NotSeparable."""
    refuse_few(rows.n, len(covariates))
    found = moments([rows.numbers[name] for name in covariates])
    scale = np.sqrt(np.diag(found.covariance))
    refuse_constant(covariates, found.means, scale)
    refuse_dependent(covariates, found.covariance)
    place = np.unique(time, return_inverse=True)[1]
    cells = 2 * place + events
    # Of short numbers the places are counted, which is several times as fast as sorting them.
    cells = cells.astype(np.min_scalar_type(int(cells.max())))
    order = np.argsort(cells, kind="stable")
    columns = np.empty((len(covariates), rows.n))
    for line, name, mean, sd in zip(columns, covariates, found.means, scale, strict=True):
        np.divide(rows.numbers[name][order] - mean, sd, out=line)
    many = np.bincount(cells, minlength=2 * (int(place.max()) + 1))
    deaths = many[1::2]
    turns = np.repeat(np.arange(len(deaths)), deaths)
    share = (np.arange(len(turns)) - np.repeat(np.cumsum(deaths) - deaths, deaths)) / np.repeat(deaths, deaths)
    cells = cells[order].astype(np.int64)
    gone = np.asarray(columns[:, cells % 2 == 1].sum(axis=1))
    return _Risk(columns, cells, many, gone, turns, share), scale


def _likeliest(risk: _Risk, names: Sequence[str]) -> tuple[Floats, Floats, float]:
    effects = np.zeros(len(risk.columns))
    for _ in range(MOST_STEPS):
        likely, slope, information = _partial(risk, effects)
        far = int(np.abs(effects).argmax())
        if abs(effects[far]) > FAR or np.linalg.cond(information) > 1e14:
            name = names[far]
            raise NoFiniteAnswer(f"Column {name!r} tells who leaves without fail: no finite estimate.", column=name)
        step = np.linalg.solve(information, slope)
        if float(step @ slope) < 1e-18 * len(risk.cells):
            return effects, information, likely
        effects = effects + step
    raise NoFiniteAnswer("The model does not come to rest: who leaves is all but told by the columns.")


def _partial(risk: _Risk, effects: Floats) -> tuple[float, Floats, Floats]:
    """Log partial likelihood, gradient and information.

    At a time with d who leave, the l-th of them is compared with all at risk less the share l/d of those d. All
    sums over the risk set are turned into one weight a person, so that the information is one product of matrices.
    """
    line = effects @ risk.columns
    top = float(line.max())
    weight = np.exp(line - top)
    sums = _summed(risk, weight)
    leaving = sums[:, 1::2]
    still = np.cumsum((sums[:, 0::2] + leaving)[:, ::-1], axis=1)[:, ::-1]
    (s0, s1), (d0, d1) = ((one[0], one[1:]) for one in (still, leaving))
    each = s0[risk.turns] - risk.share * d0[risk.turns]
    parts = [np.bincount(risk.turns, weights, len(s0)) for weights in _powers(risk.share, each)]
    plain, shared, twice, crossed, both = parts
    likely = float(effects @ risk.gone - np.log(each).sum() - top * len(each))
    slope = risk.gone - (s1 @ plain - d1 @ shared)
    toward = np.cumsum(plain)
    weight *= np.repeat(np.column_stack([toward, toward - shared]).ravel(), risk.many)
    mean = (s1 * crossed) @ s1.T - 2 * _even((s1 * twice) @ d1.T) + (d1 * both) @ d1.T
    return likely, slope, _products(risk.columns, weight) - mean


def _summed(risk: _Risk, weight: Floats) -> Floats:
    """Of each cell the weights, and the columns times them, block by block in a cache. Shape: (1 + k, cells)."""
    found = np.zeros((len(risk.columns) + 1, len(risk.many)))
    for first in range(0, len(weight), BLOCK):
        part = slice(first, first + BLOCK)
        columns = np.vstack([weight[part], risk.columns[:, part] * weight[part]])
        add_by(found, risk.cells[part], columns)
    return found


def _products(columns: Floats, weight: Floats) -> Floats:
    """Σ weight · xx', block by block."""
    found = np.zeros((len(columns), len(columns)))
    for first in range(0, len(weight), BLOCK):
        block = columns[:, first : first + BLOCK]
        found += (block * weight[first : first + BLOCK]) @ block.T
    return found


def _powers(share: Floats, each: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    return 1 / each, share / each, share / each**2, 1 / each**2, share**2 / each**2


def _even(square: Floats) -> Floats:
    return (square + square.T) / 2
