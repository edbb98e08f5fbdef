"""Regression: R's numbers with every kind of error, and outcomes that cannot be told."""

import numpy as np
import pytest

from progression import errors
from progression.regression import Errors, logit, ols
from tests.progression.expected import EXPECTED, GROWTH, apart, columns

NAMES = ["months", "trust", "age"]


def test_least_squares_are_those_of_lm() -> None:
    fit, r = ols(GROWTH, "score", NAMES), EXPECTED["ols"]
    found = fit.coefficients
    assert list(found) == ["(Intercept)", *NAMES]
    assert apart([one.value for one in found.values()], r["value"]) < 1e-11
    assert apart([one.se for one in found.values()], r["classical"]) < 1e-11
    assert apart([one.p for one in found.values()], r["p_classical"]) < 1e-9
    assert (fit.residual, fit.r_squared) == pytest.approx((r["residual"], r["r_squared"]), rel=1e-12)
    assert (fit.errors, fit.df) == ("classical", fit.n - 4)


@pytest.mark.parametrize(
    ("kind", "cluster", "name"),
    [(kind, "municipality", kind) for kind in ("CR0", "CR1", "CR1S", "CR2")] + [("CR2", "person", "CR2_person")],
)
def test_errors_by_cluster_are_those_of_clubsandwich_and_sandwich(kind: Errors, cluster: str, name: str) -> None:
    fit = ols(GROWTH, "score", NAMES, cluster=cluster, errors=kind)
    assert apart([one.se for one in fit.coefficients.values()], EXPECTED["ols"][name]) < 1e-11
    assert (fit.errors, fit.df) == (kind, (fit.n_clusters or 0) - 1)


def test_the_logit_is_that_of_glm() -> None:
    fit, r = logit(GROWTH, "better", NAMES), EXPECTED["logit"]
    assert apart([one.value for one in fit.coefficients.values()], r["value"]) < 1e-9
    assert apart([one.se for one in fit.coefficients.values()], r["classical"]) < 1e-6
    assert fit.log_likelihood == pytest.approx(r["log_likelihood"], abs=1e-9)
    for kind in ("CR0", "CR1S"):
        robust = logit(GROWTH, "better", NAMES, cluster="person", errors=kind)
        assert apart([one.se for one in robust.coefficients.values()], r[kind]) < 1e-6


def test_what_a_column_tells_without_fail_has_no_estimate() -> None:
    table = {
        "left": [0, 0, 0, 1, 1, 1, 1, 0],
        "hours": [1, 2, 3, 7, 8, 9, 6, 4],
        "age": [30, 41, 55, 38, 29, 60, 44, 35],
    }
    with pytest.raises(errors.NoFiniteAnswer, match="Column 'hours' tells the outcome without fail"):
        logit(table, "left", ["age", "hours"])
    half = {**table, "sick": [0, 0, 0, 0, 0, 1, 0, 0]}
    with pytest.raises(errors.NoFiniteAnswer, match="Column 'sick' tells the outcome without fail"):
        logit(half, "left", ["age", "sick"])
    assert logit({**table, "hours": [1, 2, 7, 7, 8, 3, 6, 4]}, "left", ["age", "hours"]).n == 8


def test_what_cannot_be_told_apart_is_refused_by_name() -> None:
    table = columns("growth.csv")
    with pytest.raises(errors.NotSeparable, match="Column 'twice' says nothing"):
        ols({**table, "twice": [2 * age + 3 for age in table["age"]]}, "score", ["age", "trust", "twice"])
    with pytest.raises(errors.NotSeparable, match="Column 'same' holds the same in every row"):
        ols({**table, "same": [4] * len(table["age"])}, "score", ["same"])
    with pytest.raises(errors.TooFew, match="'country' has one group only"):
        ols({**table, "country": ["dk"] * len(table["age"])}, "score", ["age"], cluster="country")
    with pytest.raises(errors.OffTheScale, match="Column 'score', row 1: a logit takes 0 and 1 only"):
        logit(table, "score", ["age"])
    with pytest.raises(errors.TooFew, match="'better' is 1 in every row"):
        logit({**table, "better": [1] * len(table["age"])}, "better", ["age"])
    with pytest.raises(errors.BadInput, match="no errors called 'HC3'"):
        ols(table, "score", ["age"], cluster="person", errors="HC3")  # type: ignore[arg-type]


def test_far_off_units_cost_no_digits() -> None:
    table = columns("growth.csv")
    near = ols(table, "score", ["age"]).coefficients["age"]
    far = ols({**table, "age": [1e6 + age / 1e3 for age in table["age"]]}, "score", ["age"]).coefficients["age"]
    assert far.value == pytest.approx(1e3 * near.value, rel=1e-6)
    assert np.isclose(far.p, near.p, rtol=1e-6)
