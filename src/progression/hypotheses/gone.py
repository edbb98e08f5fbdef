"""Those who stopped answering: how far their answers must lie from what the model takes them to be."""

from collections.abc import Mapping
from math import sqrt

import numpy as np

from progression.disclosure import WITHHELD
from progression.errors import NotSeparable, TooFew
from progression.hypotheses.answers import Shift, Tipping
from progression.hypotheses.models import cluster_of
from progression.hypotheses.small import Crowd
from progression.hypotheses.waves import Waves, before
from progression.hypotheses.words import Silence, Unsaid
from progression.regression import ols
from progression.results import Estimate, estimate, wide
from progression.sources import Integers, Numbers
from progression.sources.columns import Truths


def shifted(effect: Estimate, pull: Estimate, delta: float) -> Estimate:
    """The effect when those who are gone lie δ away: effect + δ·pull, variances added.

    The two are uncorrelated as long as the model holds for those who answer.
    """
    return estimate(effect.value + delta * pull.value, sqrt(effect.se**2 + (delta * pull.se) ** 2))


def tips_at(effect: Estimate, pull: Estimate) -> float | None:
    """The δ nearest to 0 at which 0 enters the 95 % interval of the shifted effect, or leaves it; None: at no δ.

    (B + δp)² = q²(s² + δ²v²) is a quadratic in δ. Unit: that of δ. Source: tipping-point analysis, Yan, Lee and Li,
    Journal of Biopharmaceutical Statistics 19 (2009).
    """
    squares = wide() ** 2
    a = pull.value**2 - squares * pull.se**2
    b = 2 * effect.value * pull.value
    c = effect.value**2 - squares * effect.se**2
    found = np.roots([a, b, c])
    real = [float(root.real) for root in found if abs(root.imag) <= 1e-9 * max(abs(root), 1e-300)]
    return min(real, key=abs, default=None)


def tipping(
    effect: Estimate,
    columns: Mapping[str, Numbers],
    exposure: str,
    gone: Truths,
    person: Integers,
    crowd: Crowd,
    horizon: float | None,
) -> Tipping | Silence:
    """How far the answers of those who are gone must be shifted before the conclusion changes.

    Shape: a row somebody whose answer is there or missing (`gone`), with exposure and covariates in `columns`.
    Missing answers filled in from the model and shifted by δ move its coefficients by δ times those of a regression
    of `gone` on the same columns, whatever is filled in: that coefficient of the exposure is the pull.
    Source: pattern mixture, Little, Journal of the American Statistical Association 88 (1993); the mean score method
    of White, Carpenter and Horton, Statistica Sinica 28 (2018).
    """
    if not crowd.enough(crowd.members(person[gone])):
        return WITHHELD
    exposed = columns[exposure] > columns[exposure].mean()
    try:
        alike = _shift(effect, columns, exposure, gone, person, crowd)
        told = crowd.enough(crowd.members(person[gone & exposed]))
        one_sided = _shift(effect, columns, exposure, gone & exposed, person, crowd) if told else WITHHELD
    except (TooFew, NotSeparable):
        return Unsaid.NOT_ANSWERED
    return Tipping(horizon, int(crowd.members(person[gone]).sum()), effect, alike, one_sided)


def _shift(
    effect: Estimate, columns: Mapping[str, Numbers], exposure: str, gone: Truths, person: Integers, crowd: Crowd
) -> Shift:
    table = {**columns, "gone": gone.astype(np.int64)}
    cluster = cluster_of(person, crowd)
    if cluster is None:
        fit = ols(table, "gone", list(columns))
    else:
        fit = ols({**table, "cluster": cluster}, "gone", list(columns), cluster="cluster", errors="CR1S")
    pull = fit.coefficients[exposure]
    return Shift(pull, tips_at(effect, pull))


def people_gone(waves: Waves, effect: Estimate) -> Tipping | Silence:
    """Of an effect on the pace: those who left and gave no answer at the horizon or later, against those who did.

    The effect is that on the outcome at the horizon: the pace times its months. Where no column says who left, nobody
    is known to be still on her way there. A horizon that no answer reaches says nothing.
    """
    design = waves.design
    late = waves.column(design.months)[waves.ends] >= design.horizon
    if not late.any():
        return Unsaid.NOT_ANSWERED
    gone = waves.gone() & ~late
    asked = late | gone
    first = waves.begins[asked]
    columns = {name: waves.column(name)[first] for name in (design.exposure, *design.adjusting)}
    at_horizon = estimate(effect.value * design.horizon, effect.se * design.horizon)
    who = np.flatnonzero(asked).astype(np.int64)
    return tipping(at_horizon, columns, design.exposure, gone[asked], who, waves.crowd, design.horizon)


def next_gone(waves: Waves, effect: Estimate) -> Tipping | Silence:
    """Of a lagged exposure: each assessment that should have been followed by one. Whoever is still in was not asked
    yet, so her last is left out; the last of those who left has no next. Nobody knows which where no column says who
    left."""
    design = waves.design
    if waves.left is None:
        return Unsaid.NOT_GIVEN
    last = np.zeros(waves.rows.n, dtype=bool)
    last[waves.ends] = True
    gone = last & waves.gone()[waves.person]
    known = ~np.isnan(waves.column(design.exposure))
    asked = (~last | gone) & known
    columns = {name: waves.column(name)[asked] for name in design.adjusting}
    columns[before(design.exposure)] = waves.column(design.exposure)[asked]
    return tipping(effect, columns, before(design.exposure), gone[asked], waves.person[asked], waves.crowd, None)
