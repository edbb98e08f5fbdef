"""The growth model: how an outcome moves over time for many people, each with a level and a pace of her own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from typing import Any

import numpy as np

from progression.errors import TooFew
from progression.mixed.centre import Centre
from progression.mixed.pooled import Model, Pool, Solution, Term
from progression.mixed.pooling import Pooled, pooled_of
from progression.mixed.search import EDGE, Found, least
from progression.mixed.sums import Roles, crossed_with_time, refuse_double
from progression.results import Estimate, Missing, estimate, estimates_table
from progression.sources import Floats, names_of

INTERCEPT = "(Intercept)"


@dataclass(frozen=True, slots=True)
class GrowthFit:
    """A fitted growth model.

    `coefficients` are the fixed effects by lme4's names, each with a normal interval. `variance` holds the variances
    `intercept`, `slope` and their `covariance` between people, and `residual` within them, in squared units of the
    outcome (the slope per unit of time). `singular`: a variance is 0 or two effects are one (the boundary).
    """

    coefficients: Mapping[str, Estimate]
    variance: Mapping[str, float]
    log_likelihood: float
    reml: bool
    n_rows: int
    n_persons: int
    converged: bool
    singular: bool
    missing: Missing

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """The fixed effects, a row each."""
        return estimates_table(self.coefficients)


@dataclass(frozen=True, slots=True)
class _Design:
    """The columns of the design: name and term of those that are constant for a person times a power of time, then
    the names of those that vary."""

    names: tuple[str, ...]
    terms: tuple[Term, ...]
    varying: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        return (*self.names, *self.varying)


def growth(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    outcome: str,
    time: str,
    person: str,
    covariates: Sequence[str] = (),
    time_varying: Sequence[str] = (),
    interactions: bool | Sequence[str] = True,
    slope: bool = True,
    reml: bool = True,
    caseworker: str | None = None,
    municipality: str | None = None,
) -> GrowthFit:
    """outcome = β₀ + β₁·time + Σ covariates + Σ time-varying + Σ time × covariates + (level + pace·time) by person.

    Shape: a row an occasion, one a person and time. `covariates` stay the same for a person; `interactions` crosses
    all of them with time, or those named. `slope=False` leaves out the pace. Rows with anything missing are left out.
    Unit: that of the outcome, and of the outcome per unit of time. Estimates are those of lme4's `lmer`
    (restricted) maximum likelihood at its tightest tolerance; missing answers are taken to be missing at random.
    `municipality` (the same for a person) and `caseworker` (who may change) add a random level each.
    Errors: those of `sources.read`; DuplicatedOccasion, ChangesWithin, NotSeparable, TooFew.
    Source: Laird and Ware, Biometrics 38 (1982); Bates et al., Journal of Statistical Software 67 (2015).
    """
    roles = Roles(outcome, time, person, names_of(covariates), names_of(time_varying), municipality, caseworker)
    refuse_double((*roles.numbers, roles.person))
    design = _designed(roles, interactions)
    pooled = pooled_of(table, roles)
    _refuse_few(pooled.pool, design, slope)
    model = Model(pooled.pool, design.terms, reml=reml)
    model.refuse_dependent(design.every)
    model.refuse_told(outcome)
    levels = [name for name, column in (("municipality", municipality), ("caseworker", caseworker)) if column]
    found = _searched(model, slope, len(levels))
    split = 3 if slope else 1
    solution = model.solve(_covariance(found.at[:split]), found.at[split:] ** 2)
    fit = _fit(solution, replace(found, at=found.at[:split]), pooled, design, reml=reml)
    between = {name: float(found.at[split + place] ** 2 * solution.residual) for place, name in enumerate(levels)}
    edge = bool((np.abs(found.at[split:]) < EDGE).any())
    return replace(fit, variance={**fit.variance, **between}, singular=fit.singular or edge)


def _designed(roles: Roles, interactions: bool | Sequence[str]) -> _Design:
    crossed = crossed_with_time(roles.constant, interactions)
    place = {name: column for column, name in enumerate(roles.constant, start=1)}
    terms = {INTERCEPT: (0, 0), roles.time: (1, 0)} | {name: (0, column) for name, column in place.items()}
    terms |= {f"{roles.time}:{name}": (1, place[name]) for name in crossed}
    return _Design(tuple(terms), tuple(terms.values()), roles.varying)


def _refuse_few(pool: Pool, design: _Design, slope: bool) -> None:
    rows, people = pool.rows, int(pool.people.sum())
    if rows <= len(design.every):
        raise TooFew(f"{rows} complete rows are too few for {len(design.every)} effects: take fewer covariates.")
    if people < 2:
        raise TooFew("A growth model needs at least two people.")
    if rows <= people * (1 + slope):
        each = "a level and a pace" if slope else "a level"
        sentence = f"{rows} rows of {people} people are too few for {each} of each and a residual beside."
        raise TooFew(sentence + (" Try slope=False." if slope else ""))


def _covariance(factor: Floats) -> Floats:
    """D = ΛΛ' from the lower triangle of Λ; one number is a level without a pace."""
    if len(factor) == 1:
        return np.array([[factor[0] ** 2, 0.0], [0.0, 0.0]])
    lower = np.array([[factor[0], 0.0], [factor[1], factor[2]]])
    return np.asarray(lower @ lower.T)


def _searched(model: Model, slope: bool, levels: int) -> Found:
    """The least deviance over Λ; where a variance has all but gone, whichever of it and 0 is lower."""

    def valued(factor: Floats) -> tuple[float, Floats]:
        own, others = factor[:split], factor[split:]
        solution = model.solve(_covariance(own), others**2)
        by_level = 2 * solution.by_level * others
        if split == 1:
            return solution.deviance, np.append(2 * solution.slope[0, :1] * own[0], by_level)
        turned = 2 * solution.slope @ np.array([[own[0], 0.0], [own[1], own[2]]])
        return solution.deviance, np.append([turned[0, 0], turned[1, 0], turned[1, 1]], by_level)

    split = 3 if slope else 1
    found = least(valued, np.append([1.0, 0.0, 1.0] if slope else [1.0], np.full(levels, 0.5)))
    for place in {0, split - 1, *range(split, split + levels)}:
        if 0 < abs(found.at[place]) < EDGE:
            edge = found.at.copy()
            edge[place] = 0.0
            deviance = valued(edge)[0]
            if deviance <= found.deviance:
                found = Found(edge, deviance, found.converged, found.steps)
    return found


def _fit(solution: Solution, found: Found, pooled: Pooled, design: _Design, *, reml: bool) -> GrowthFit:
    """The solution in the units that came in."""
    centre = pooled.centre
    turn = _turn(design, centre)
    effects = turn @ solution.effects
    effects[0] += centre.summed[-1]
    errors = np.sqrt(solution.residual * np.diag(turn @ solution.inverse @ turn.T))
    estimates = {
        name: estimate(value, error) for name, value, error in zip(design.every, effects, errors, strict=True)
    }
    crossed = {name for name, (power, column) in zip(design.names, design.terms, strict=True) if power and column}
    order = sorted(design.every, key=lambda name: name in crossed)
    times = sum(power for power, _ in design.terms)
    deviance = solution.deviance + (2 * times * log(centre.scale) if reml else 0.0)
    return GrowthFit(
        coefficients={name: estimates[name] for name in order},
        variance=_variance(found.at, solution.residual, centre),
        log_likelihood=-deviance / 2,
        reml=reml,
        n_rows=pooled.pool.rows,
        n_persons=int(pooled.pool.people.sum()),
        converged=found.converged,
        singular=bool((np.abs(found.at[[0, -1]]) < EDGE).any()),
        missing=pooled.missing,
    )


def _variance(factor: Floats, residual: float, centre: Centre) -> dict[str, float]:
    back = np.array([[1.0, -centre.time / centre.scale], [0.0, 1 / centre.scale]])
    if len(factor) == 1:
        return {"intercept": float(factor[0] ** 2 * residual), "residual": residual}
    between = residual * back @ _covariance(factor) @ back.T
    return {
        "intercept": float(between[0, 0]),
        "slope": float(between[1, 1]),
        "covariance": float(between[0, 1]),
        "residual": residual,
    }


def _turn(design: _Design, centre: Centre) -> Floats:
    """From the effects of centred columns to those of the columns that came in; a row an effect."""
    place = {term: row for row, term in enumerate(design.terms)}
    means = np.append(0.0, centre.constant)
    turn = np.eye(len(design.every))
    for (power, column), row in place.items():
        if power:
            turn[row, row] = 1 / centre.scale
            turn[place[0, column], row] -= centre.time / centre.scale
        if column:
            turn[place[power, 0], row] -= means[column] * turn[row, row]
        if power and column:
            turn[place[0, 0], row] += means[column] * centre.time / centre.scale
    turn[0, len(design.terms) :] -= centre.summed[:-1]
    return turn
