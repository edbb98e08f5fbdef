"""What few things many items may measure: factor analysis, rotated, and how many factors chance would show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from scipy.optimize import minimize
from scipy.special import chdtrc

from progression._normal import refuse_dependent
from progression.associations.correlation import items_of
from progression.associations.rotation import oblimin, varimax
from progression.errors import BadInput, TooFew
from progression.results import Missing, arrow_table
from progression.sources import Floats

FLOOR: Final = 0.005
"""No item is explained more than all but this share (a Heywood case otherwise), as in R."""

Method = Literal["ml", "minres"]
Rotation = Literal["varimax", "oblimin", "none"]


@dataclass(frozen=True, slots=True, eq=False)
class Factors:
    """`loadings` (items × factors) of standardised items, the unique share of each, and how factors go together.

    Factors come in order of what they explain, each with the sign that makes its loadings add up to more than 0.
    `chi_squared`, `df` and `p` test whether so many factors are enough (None with minres, or when nothing is left to
    test). `heywood` names items whose unique share is at its floor: the solution is not to be trusted.
    """

    items: tuple[str, ...]
    loadings: Floats
    unique: Floats
    between: Floats
    chi_squared: float | None
    df: int
    p: float | None
    heywood: tuple[str, ...]
    n: int
    missing: Missing

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """A row an item."""
        columns = {f"factor {place + 1}": list(column) for place, column in enumerate(self.loadings.T.tolist())}
        return arrow_table({"item": list(self.items), **columns, "unique": self.unique.tolist()})


def factor_analysis(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    items: Sequence[str],
    n_factors: int,
    method: Method = "ml",
    rotation: Rotation = "varimax",
) -> Factors:
    """Correlations = ΛΦΛ' + Ψ with few factors: maximum likelihood, or least squares off the diagonal (minres).

    Shape: a row a person and occasion; rows with one item missing are left out. Test: Bartlett's
    (n − 1 − (2p + 5)/6 − 2q/3) times the least discrepancy. Errors: TooFew for too few items or rows;
    NotSeparable for an item the others say already, and those of `sources.read`.
    Source: Lawley and Maxwell (1971) as in R's factanal; minres: Harman and Jones, Psychometrika 31 (1966); Kaiser
    (1958); oblimin (quartimin): Bernaards and Jennrich (2005), as R's GPArotation has it.
    """
    k, df = len(items), ((len(items) - n_factors) ** 2 - len(items) - n_factors) // 2
    if n_factors < 1 or df < 0:
        raise TooFew(f"{k} items are too few for {n_factors} factors.")
    if method not in ("ml", "minres") or rotation not in ("varimax", "oblimin", "none"):
        raise BadInput(f"There is no factor analysis by {method!r} with rotation {rotation!r}.")
    found, missing = items_of(table, items, fewest=k + 2)
    r = found.correlation
    refuse_dependent(items, r)
    unique, discrepancy = _unique(r, n_factors, method)
    loadings = _loadings_ml(r, unique, n_factors) if method == "ml" else _loadings_ols(r, unique, n_factors)
    loadings, between = _rotated(loadings, rotation)
    chi = (found.n - 1 - (2 * k + 5) / 6 - 2 * n_factors / 3) * discrepancy if method == "ml" and df else None
    return Factors(
        tuple(items),
        loadings,
        unique,
        between,
        chi,
        df,
        None if chi is None else float(chdtrc(df, chi)),
        tuple(name for name, share in zip(items, unique, strict=True) if share <= FLOOR * 1.001),
        found.n,
        missing,
    )


def _unique(r: Floats, q: int, method: Method) -> tuple[Floats, float]:
    """The unique shares with the least discrepancy."""

    def likelihood(psi: Floats) -> tuple[float, Floats]:
        scale = 1 / np.sqrt(psi)
        values = np.linalg.eigvalsh(r * np.outer(scale, scale))[: len(psi) - q]
        model = _loadings_ml(r, psi, q)
        residual = model @ model.T + np.diag(psi) - r
        return float((values - np.log(values) - 1).sum()), np.diag(residual) / psi**2

    def squares(psi: Floats) -> tuple[float, Floats]:
        model = _loadings_ols(r, psi, q)
        residual = r - model @ model.T - np.diag(psi)
        own = np.diag(residual).copy()
        return float((residual**2).sum() / 2), -own

    start = (1 - 0.5 * q / len(r)) / np.diag(np.linalg.inv(r))
    done = minimize(
        likelihood if method == "ml" else squares,
        start,
        jac=True,
        method="L-BFGS-B",
        bounds=[(FLOOR, 1.0)] * len(r),
        options={"ftol": 1e-15, "gtol": 1e-10, "maxiter": 5000, "maxcor": 20},
    )
    return np.asarray(done.x), float(done.fun)


def _loadings_ml(r: Floats, psi: Floats, q: int) -> Floats:
    scale = np.sqrt(psi)
    values, axes = np.linalg.eigh(r / np.outer(scale, scale))
    return np.asarray(scale[:, None] * axes[:, ::-1][:, :q] * np.sqrt(np.maximum(values[::-1][:q] - 1, 0)))


def _loadings_ols(r: Floats, psi: Floats, q: int) -> Floats:
    values, axes = np.linalg.eigh(r - np.diag(psi))
    return np.asarray(axes[:, ::-1][:, :q] * np.sqrt(np.maximum(values[::-1][:q], 0)))


def _rotated(loadings: Floats, rotation: Rotation) -> tuple[Floats, Floats]:
    between: Floats = np.eye(loadings.shape[1])
    if loadings.shape[1] > 1 and rotation == "varimax":
        loadings = varimax(loadings)
    if loadings.shape[1] > 1 and rotation == "oblimin":
        loadings, between = oblimin(loadings)
    order = np.argsort(-((loadings @ between) * loadings).sum(axis=0), kind="stable")
    signs = np.where(loadings.sum(axis=0) < 0, -1.0, 1.0)
    loadings, between = loadings * signs, between * np.outer(signs, signs)
    return loadings[:, order], between[np.ix_(order, order)]


@dataclass(frozen=True, slots=True)
class Parallel:
    """Eigenvalues of the correlations, largest first, beside those that 95 of 100 random tables stay under.

    `n_factors`: how many come before the first that chance would show as well.
    """

    n_factors: int
    eigenvalues: tuple[float, ...]
    chance: tuple[float, ...]
    n: int
    missing: Missing

    def to_table(self) -> Any:  # noqa: ANN401
        """A row a factor that there may be."""
        places = list(range(1, len(self.eigenvalues) + 1))
        return arrow_table({"factor": places, "eigenvalue": self.eigenvalues, "chance": self.chance})


def parallel_analysis(table: Any, items: Sequence[str], draws: int = 500, seed: int = 0) -> Parallel:  # noqa: ANN401
    """How many factors are more than chance: against random normal items as many, of as many rows.

    The correlations of random items are drawn directly (Wishart, by Bartlett's decomposition), so the cost does not
    grow with the rows. Errors: as `factor_analysis`.
    Source: Horn, Psychometrika 30 (1965); the 95th percentile: Glorfeld (1995).
    """
    found, missing = items_of(table, items, fewest=len(items) + 2)
    own = np.linalg.eigvalsh(found.correlation)[::-1]
    random = np.random.default_rng(seed)
    k = len(items)
    lower = np.tril(random.standard_normal((draws, k, k)), -1)
    degrees = found.n - 1 - np.arange(k)
    lower[:, range(k), range(k)] = np.sqrt(random.chisquare(degrees, size=(draws, k)))
    crossed = lower @ lower.transpose(0, 2, 1)
    sd = np.sqrt(np.einsum("dii->di", crossed))
    drawn = np.linalg.eigvalsh(crossed / (sd[:, :, None] * sd[:, None, :]))[:, ::-1]
    chance = np.quantile(drawn, 0.95, axis=0)
    below = np.flatnonzero(own <= chance)
    count = int(below[0]) if below.size else k
    return Parallel(count, tuple(own.tolist()), tuple(chance.tolist()), found.n, missing)
