"""Regression of one outcome on several columns, with errors that hold when rows of one group belong together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.special import expit

from progression._normal import BLOCK as ROWS
from progression._normal import (
    INTERCEPT,
    Standard,
    add_by,
    moments,
    refuse_constant,
    refuse_dependent,
    refuse_few,
    standard,
)
from progression.errors import BadInput, NoFiniteAnswer, OffTheScale, TooFew, placed
from progression.results import Estimate, Missing, estimate, estimates_table
from progression.sources import Coded, Floats, Integers, Rows, first_row, names_of, read

__all__ = [
    "RegressionFit",
    "logit",
    "ols",
]

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

    Shape: a row an observation; numbers only, read row by row; rows with anything missing are left out.
    Unit: that of the outcome. Intervals are of Student's t with n − k degrees of freedom, or one less than clusters.
    `errors`: CR0, CR1, CR1S (Stata's, statsmodels' and R sandwich's) and CR2 as R's clubSandwich names them.
    Errors: those of `sources.read`; TooFew, NotSeparable. Source: Liang and Zeger, Biometrika 73 (1986); CR2: Bell
    and McCaffrey, Survey Methodology 28 (2002), with equal variances as the working model.
    """
    covariates = names_of(covariates)
    rows = _rows(table, outcome, covariates, cluster, errors)
    solved = _least(rows, outcome, covariates)
    if cluster is not None:
        rows = _by_cluster(rows, cluster)
    squares, scores = _scored(rows, outcome, covariates, solved, cluster)
    free = rows.n - len(solved.effects)
    if cluster is None:
        spread, df, clusters = squares / free * solved.inverse, float(free), None
    else:
        if errors == "CR2":
            scores = _with_leverage(rows, covariates, solved, cluster, scores)
        spread, clusters = _bread(scores, solved.inverse, rows.n, errors), scores.shape[1]
        df = float(clusters - 1)
    return RegressionFit(
        _estimates((INTERCEPT, *covariates), solved.back, solved.effects, spread, df),
        errors if cluster else "classical",
        df,
        rows.n,
        clusters,
        residual=float(np.sqrt(squares / free)),
        r_squared=1 - squares / solved.total,
        log_likelihood=None,
        missing=rows.missing,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Solved:
    """Least squares on columns about their means and over their standard deviations (`scale`), the intercept first.

    `inverse` is (X'X)⁻¹, `total` the squares about the mean; `back` turns effects on these
    columns into effects on those that came in.
    """

    effects: Floats
    inverse: Floats
    back: Floats
    means: Floats
    scale: Floats
    total: float


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
        scores = [np.bincount(codes, (y - chance) * column) for column in design.columns.T]
        inverse = _bread(np.array(scores), inverse, rows.n, errors)
    likely = float(np.log(np.where(y == 1, chance, 1 - chance)).sum())
    return RegressionFit(
        _estimates(design.names, design.back, effects, inverse, None),
        errors if cluster else "classical",
        None,
        rows.n,
        clusters,
        residual=None,
        r_squared=None,
        log_likelihood=likely,
        missing=rows.missing,
    )


def _least(rows: Rows, outcome: str, covariates: Sequence[str]) -> _Solved:
    """Errors: TooFew, NotSeparable."""
    n, k = rows.n, len(covariates)
    refuse_few(n, k + 1)
    found = moments([rows.numbers[name] for name in (*covariates, outcome)])
    means, scale = found.means, np.sqrt(np.diag(found.covariance))
    if scale[-1] == 0:
        raise TooFew(f"Column {outcome!r} holds the same in every row, so there is nothing to tell.", column=outcome)
    refuse_constant(covariates, means, scale)
    together = found.covariance / np.outer(scale, scale)
    among = together[:-1, :-1]
    refuse_dependent(covariates, among)
    effects = np.append(means[-1], np.linalg.solve(among, together[:-1, -1]) * scale[-1])
    inverse = np.zeros((k + 1, k + 1))
    inverse[0, 0], inverse[1:, 1:] = 1 / n, np.linalg.inv(among) / (n - 1)
    back = np.diag(np.append(1.0, 1 / scale[:-1]))
    back[0, 1:] = -means[:-1] / scale[:-1]
    return _Solved(effects, inverse, back, means, scale, float(found.covariance[-1, -1] * (n - 1)))


def _by_cluster(rows: Rows, cluster: str) -> Rows:
    """The rows of a cluster beside one another. Errors: TooFew for one cluster only."""
    codes, _ = _clusters(rows, cluster)
    if not (codes[1:] < codes[:-1]).any():
        return rows
    order = np.argsort(codes, kind="stable")
    numbers = {name: column[order] for name, column in rows.numbers.items()}
    one = rows.groups[cluster]
    return Rows(numbers, {cluster: Coded(codes[order], one.labels)}, rows.at[order], rows.missing)


def _scored(
    rows: Rows, outcome: str, covariates: Sequence[str], solved: _Solved, cluster: str | None
) -> tuple[float, Floats]:
    """The squares of the residuals e, and X'e of each cluster: block by block, so that no second table is made.

    Shapes: rows by cluster when there is one; the scores (k, G).
    """
    groups = rows.groups[cluster] if cluster is not None else Coded(np.empty(0, dtype=np.int64), ())
    squares, scores = 0.0, np.zeros((len(solved.effects), len(groups.labels)))
    for first in range(0, rows.n, ROWS):
        part = slice(first, first + ROWS)
        columns = _standard_block(rows, covariates, solved, part)
        left = rows.numbers[outcome][part] - solved.effects @ columns
        squares += float(left @ left)
        if cluster is not None:
            add_by(scores, groups.codes[part], columns * left)
    return squares, scores


def _standard_block(rows: Rows, covariates: Sequence[str], solved: _Solved, part: slice) -> Floats:
    """Some rows: the intercept and the columns about their means and over their standard deviations, (k, b)."""
    columns = np.array([rows.at[part], *(rows.numbers[name][part] for name in covariates)], dtype=np.float64)
    columns[0] = 1.0
    columns[1:] -= solved.means[:-1, None]
    columns[1:] /= solved.scale[:-1, None]
    return columns


def _with_leverage(rows: Rows, covariates: Sequence[str], solved: _Solved, cluster: str, scores: Floats) -> Floats:
    columns = _standard_block(rows, covariates, solved, slice(None)).T
    begins = np.flatnonzero(np.diff(rows.groups[cluster].codes, prepend=-1))
    return _levered(columns, begins, scores.T, solved.inverse).T


def _bread(scores: Floats, inverse: Floats, rows: int, errors: Errors) -> Floats:
    """(X'WX)⁻¹ Σ s s' (X'WX)⁻¹ with the correction of its kind."""
    groups = scores.shape[1]
    factor = {"CR0": 1.0, "CR2": 1.0, "CR1": groups / (groups - 1)}.get(
        errors, groups / (groups - 1) * (rows - 1) / (rows - len(inverse))
    )
    return np.asarray(factor * inverse @ (scores @ scores.T) @ inverse)


def _rows(table: Any, outcome: str, covariates: Sequence[str], cluster: str | None, errors: str) -> Rows:  # noqa: ANN401
    if errors not in KINDS:
        raise BadInput(f"There are no errors called {errors!r}; there are {', '.join(KINDS)}.")
    if len({outcome, *covariates}) < len(covariates) + 1:
        raise BadInput("A column was given two parts in one regression.")
    return read(table, numbers=[outcome, *covariates], groups=[cluster] if cluster else [], short=True)


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
        raise OffTheScale(f"{placed(outcome, row)}: a logit takes 0 and 1 only.", column=outcome, row=row)
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


def _estimates(
    names: Sequence[str], back: Floats, effects: Floats, spread: Floats, df: float | None
) -> dict[str, Estimate]:
    values = back @ effects
    # An effect without any error has a variance of 0 that rounding may bring just below.
    errors = np.sqrt(np.maximum(np.diag(back @ spread @ back.T), 0.0))
    return {name: estimate(value, error, df) for name, value, error in zip(names, values, errors, strict=True)}
