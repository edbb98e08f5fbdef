"""Regression of one outcome on several columns, with errors that hold when rows of one group belong together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.special import expit

from progression._normal import Standard, standard
from progression.errors import BadInput, NoFiniteAnswer, OffTheScale, TooFew
from progression.results import Estimate, Missing, estimate, estimates_table
from progression.sources import Floats, Integers, Rows, first_row, names_of, read

Errors = Literal["CR0", "CR1", "CR1S", "CR2"]
"""How clusters are allowed for: none corrected, G/(G−1), G(N−1)/((G−1)(N−k)), or by each cluster's own leverage."""
KINDS: Final = ("CR0", "CR1", "CR1S", "CR2")
MOST_STEPS: Final = 50
FAR: Final = 15.0
"""A logit effect of a standard deviation beyond this is on its way to infinity."""
BLOCK: Final = 20_000


@dataclass(frozen=True, slots=True)
class RegressionFit:
    """A fitted regression: an estimate an effect, the intercept first.

    `errors` says how the standard errors were made ("classical" without a cluster) and `df` on how many degrees of
    freedom intervals and p-values stand (None: the normal distribution). `residual` is the residual standard
    deviation and `r_squared` the share explained, both None for a logit, which has `log_likelihood`.
    """

    coefficients: Mapping[str, Estimate]
    errors: str
    df: float | None
    n: int
    n_clusters: int | None
    residual: float | None
    r_squared: float | None
    log_likelihood: float | None
    missing: Missing

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """The effects, a row each."""
        return estimates_table(self.coefficients)


def ols(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    outcome: str,
    covariates: Sequence[str],
    cluster: str | None = None,
    errors: Errors = "CR1S",
) -> RegressionFit:
    """Least squares, b = (X'X)⁻¹X'y, with classical errors or errors robust to clusters.

    Shape: a row an observation; numbers only. Rows with anything missing are left out. Unit: that of the outcome.
    Intervals are of Student's t with n − k degrees of freedom, or with one less than there are clusters.
    `errors`: CR0, CR1, CR1S (Stata's, statsmodels' and R sandwich's) and CR2 as R's clubSandwich names them.
    Errors: those of `sources.read`; TooFew, NotSeparable. Source: Liang and Zeger, Biometrika 73 (1986); CR2: Bell
    and McCaffrey, Survey Methodology 28 (2002), with equal variances as the working model.
    """
    covariates = names_of(covariates)
    rows = _rows(table, outcome, covariates, cluster, errors)
    design = standard(covariates, [rows.numbers[name] for name in covariates], rows.n)
    effects, inverse, left, total = _least(design, rows.numbers[outcome].astype(np.float64), outcome)
    squares, free = float(left @ left), rows.n - design.k
    if cluster is None:
        spread, df, clusters = squares / free * inverse, float(free), None
    else:
        codes, clusters = _clusters(rows, cluster)
        spread = _sandwich(design, left, np.ones(rows.n), codes, inverse, errors)
        df = float(clusters - 1)
    return RegressionFit(
        _estimates(design, effects, spread, df),
        errors if cluster else "classical",
        df,
        rows.n,
        clusters,
        residual=float(np.sqrt(squares / free)),
        r_squared=1 - squares / total if total else None,
        log_likelihood=None,
        missing=rows.missing,
    )


def logit(
    table: Any,  # noqa: ANN401
    outcome: str,
    covariates: Sequence[str],
    cluster: str | None = None,
    errors: Errors = "CR1S",
) -> RegressionFit:
    """The log odds of an outcome that is 0 or 1, by maximum likelihood.

    Shape and missing rows as `ols`. Unit: log odds. Intervals are normal. Errors: OffTheScale for another outcome,
    NoFiniteAnswer when a column tells the outcome without fail (separation), and those of `ols`.
    Source: Newton's method (iteratively reweighted least squares); errors robust to clusters as in `ols`, but CR2.
    """
    if errors == "CR2":
        raise BadInput("CR2 is for ols; a logit takes CR0, CR1 or CR1S.")
    covariates = names_of(covariates)
    rows = _rows(table, outcome, covariates, cluster, errors)
    y = _truths(rows, outcome)
    design = standard(covariates, [rows.numbers[name] for name in covariates], rows.n)
    effects, inverse, chance = _likeliest(design, y)
    clusters = None
    if cluster is not None:
        codes, clusters = _clusters(rows, cluster)
        inverse = _sandwich(design, y - chance, chance * (1 - chance), codes, inverse, errors)
    likely = float(np.log(np.where(y == 1, chance, 1 - chance)).sum())
    return RegressionFit(
        _estimates(design, effects, inverse, None),
        errors if cluster else "classical",
        None,
        rows.n,
        clusters,
        residual=None,
        r_squared=None,
        log_likelihood=likely,
        missing=rows.missing,
    )


def _least(design: Standard, y: Floats, outcome: str) -> tuple[Floats, Floats, Floats, float]:
    """Effects, (X'X)⁻¹, residuals, and the squares about the mean."""
    mean = float(y.mean())
    centred = y - mean
    if not centred.any():
        raise TooFew(f"Column {outcome!r} holds the same in every row, so there is nothing to tell.", column=outcome)
    inverse = np.linalg.inv(design.columns.T @ design.columns)
    effects = inverse @ (design.columns.T @ centred)
    left = centred - design.columns @ effects
    effects[0] += mean
    return effects, inverse, left, float(centred @ centred)


def _rows(table: Any, outcome: str, covariates: Sequence[str], cluster: str | None, errors: str) -> Rows:  # noqa: ANN401
    if errors not in KINDS:
        raise BadInput(f"There are no errors called {errors!r}; there are {', '.join(KINDS)}.")
    if len({outcome, *covariates}) < len(covariates) + 1:
        raise BadInput("A column was given two parts in one regression.")
    return read(table, numbers=[outcome, *covariates], groups=[cluster] if cluster else [])


def _clusters(rows: Rows, cluster: str) -> tuple[Integers, int]:
    one = rows.groups[cluster]
    if len(one.labels) < 2:
        raise TooFew(f"Column {cluster!r} has one group only, so nothing is known between groups.", column=cluster)
    return one.codes, len(one.labels)


def _truths(rows: Rows, outcome: str) -> Floats:
    y = rows.numbers[outcome].astype(np.float64)
    strange = (y != 0) & (y != 1)
    if strange.any():
        row = first_row(strange, rows.at)
        raise OffTheScale(f"Column {outcome!r}, row {row}: a logit takes 0 and 1 only.", column=outcome, row=row)
    if y.min() == y.max():
        raise TooFew(f"Column {outcome!r} is {y[0]:.0f} in every row, so there is nothing to tell.", column=outcome)
    return y


def _likeliest(design: Standard, y: Floats) -> tuple[Floats, Floats, Floats]:
    """Effects on the standard columns, the inverse of the information, and the chance of each row."""
    effects = np.zeros(design.k)
    effects[0] = np.log(y.mean() / (1 - y.mean()))
    for _ in range(MOST_STEPS):
        chance = expit(design.columns @ effects)
        weight = chance * (1 - chance)
        information = design.columns.T @ (design.columns * weight[:, None])
        slope = design.columns.T @ (y - chance)
        _refuse_separation(design, effects, information)
        step = cho_solve(cho_factor(information), slope)
        effects = effects + step
        if float(step @ slope) < 1e-18 * len(y):
            return effects, np.linalg.inv(information), expit(design.columns @ effects)
    raise NoFiniteAnswer("The logit does not come to rest: the outcome is all but told by the columns.")


def _refuse_separation(design: Standard, effects: Floats, information: Floats) -> None:
    far = int(np.abs(effects[1:]).argmax()) + 1 if design.k > 1 else 0
    if far and (abs(effects[far]) > FAR or np.linalg.cond(information) > 1e14):
        name = design.names[far]
        sentence = (
            f"Column {name!r} tells the outcome without fail (separation), so its effect has no finite estimate."
        )
        raise NoFiniteAnswer(sentence, column=name)


def _sandwich(
    design: Standard, left: Floats, weight: Floats, codes: Integers, inverse: Floats, errors: Errors
) -> Floats:
    """Bread, scores of the clusters and bread: (X'WX)⁻¹ Σ s s' (X'WX)⁻¹."""
    order = np.argsort(codes, kind="stable")
    begins = np.flatnonzero(np.diff(codes[order], prepend=-1))
    columns = design.columns[order]
    scores = np.add.reduceat(columns * left[order][:, None], begins)
    if errors == "CR2":
        scores = _levered(columns * np.sqrt(weight[order])[:, None], begins, scores, inverse)
    groups, rows = len(begins), design.n
    factor = {"CR0": 1.0, "CR2": 1.0, "CR1": groups / (groups - 1)}.get(
        errors, groups / (groups - 1) * (rows - 1) / (rows - design.k)
    )
    return np.asarray(factor * inverse @ (scores.T @ scores) @ inverse)


def _levered(columns: Floats, begins: Integers, scores: Floats, inverse: Floats) -> Floats:
    """Scores with (I − H)^(−1/2) of each cluster between X' and its residuals, from k × k matrices alone.

    With X'X = LL' and B = XL⁻ᵀ of the cluster: X'(I − BB')^(−1/2)e = L(I − B'B)^(−1/2)B'e.
    """
    lower = np.linalg.inv(np.linalg.cholesky(inverse)).T
    turned = np.linalg.solve(lower, columns.T).T
    toward = np.linalg.solve(lower, scores.T).T
    ends = np.append(begins[1:], len(columns))
    found = np.empty_like(scores)
    for first in range(0, len(begins), BLOCK):
        last = min(first + BLOCK, len(begins))
        inside = turned[begins[first] : ends[last - 1]]
        products = inside[:, :, None] * inside[:, None, :]
        leverage = np.add.reduceat(products, begins[first:last] - begins[first])
        bends, axes = np.linalg.eigh(np.eye(columns.shape[1]) - leverage)
        # A direction that only this cluster knows has nothing left over; it is left out, as by a pseudo-inverse.
        power = np.where(bends > 1e-12, 1 / np.sqrt(np.maximum(bends, 1e-12)), 0.0)
        inner = np.einsum("gab,ga->gb", axes, toward[first:last]) * power
        found[first:last] = np.einsum("gab,gb->ga", axes, inner)
    return np.asarray(found @ lower.T)


def _estimates(design: Standard, effects: Floats, spread: Floats, df: float | None) -> dict[str, Estimate]:
    values = design.back @ effects
    errors = np.sqrt(np.diag(design.back @ spread @ design.back.T))
    return {name: estimate(value, error, df) for name, value, error in zip(design.names, values, errors, strict=True)}
