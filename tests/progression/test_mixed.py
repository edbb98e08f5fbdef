"""The growth model: lme4's numbers, the boundary, and data that cannot answer."""

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from progression import errors
from progression.mixed import GrowthFit, growth
from tests.progression.expected import EXPECTED, GROWTH, ORACLES, apart, columns

SLEEP = ORACLES / "sleepstudy.csv"
CASES: dict[str, tuple[Any, ...]] = {
    "sleepstudy": (SLEEP, "Reaction", "Days", "Subject", {}),
    "sleepstudy_ml": (SLEEP, "Reaction", "Days", "Subject", {"reml": False}),
    "sleepstudy_level": (SLEEP, "Reaction", "Days", "Subject", {"slope": False}),
    "growth": (GROWTH, "score", "months", "person", {"covariates": ["trust", "age"], "time_varying": ["work"]}),
    "growth_ml": (
        GROWTH,
        "score",
        "months",
        "person",
        {"covariates": ["trust", "age"], "time_varying": ["work"], "reml": False},
    ),
    "growth_plain": (GROWTH, "score", "months", "person", {"covariates": ["trust", "age"], "interactions": False}),
    "municipality": (GROWTH, "score", "months", "person", {"covariates": ["trust"], "municipality": "municipality"}),
    "caseworker": (GROWTH, "score", "months", "person", {"covariates": ["trust"], "caseworker": "caseworker"}),
    "both": (
        GROWTH,
        "score",
        "months",
        "person",
        {"covariates": ["trust"], "municipality": "municipality", "caseworker": "caseworker", "reml": False},
    ),
    "flat": (ORACLES / "flat.csv", "score", "months", "person", {}),
}


@pytest.mark.parametrize("case", CASES)
def test_the_numbers_are_lme4s_at_its_tightest(case: str) -> None:
    table, outcome, time, person, extra = CASES[case]
    ours, theirs = growth(table, outcome, time, person, **extra), EXPECTED["mixed"][case]
    assert list(ours.coefficients) == theirs["names"]
    assert apart([one.value for one in ours.coefficients.values()], theirs["value"]) < 1e-6
    assert apart([one.se for one in ours.coefficients.values()], theirs["se"]) < 1e-6
    assert ours.log_likelihood == pytest.approx(theirs["log_likelihood"], abs=1e-7)
    of = {"intercept": f"{person} (Intercept)", "slope": f"{person} {time}", "covariance": f"{person} covariance"}
    of |= {level: f"{level} (Intercept)" for level in ("municipality", "caseworker")}
    spread = ours.variance["residual"] ** 0.5
    for part, variance in ours.variance.items():
        expected = theirs["variance"][of.get(part, "residual")]
        if part != "covariance":
            assert abs(variance**0.5 - expected**0.5) < 1e-6 * spread
        else:
            assert variance == pytest.approx(expected, abs=1e-6 * spread * theirs["variance"][of["intercept"]] ** 0.5)
    assert (ours.converged, ours.singular) == (True, False)


def model(**changes: Any) -> dict[str, np.ndarray[Any, Any]]:
    """40 made-up people with 4 occasions each, who differ in level and pace unless told otherwise."""
    random = np.random.default_rng(3)
    person = np.repeat(np.arange(40), 4)
    months = np.tile([0, 3, 6, 12], 40)
    level, pace = random.normal(0, changes.get("level", 1.0), 40), random.normal(0, changes.get("pace", 0.1), 40)
    score = 3 + 0.1 * months + level[person] + pace[person] * months + random.normal(0, 1, 160)
    return {"person": person, "months": months, "score": score}


def dense(table: dict[str, Any], fit: GrowthFit) -> float:
    """The restricted log-likelihood at the fitted variances, with every matrix written out in full."""
    person, months, y = table["person"], np.asarray(table["months"], float), np.asarray(table["score"], float)
    x = np.column_stack([np.ones(len(y)), months])
    parts = fit.variance
    covariance = (
        parts["intercept"]
        + parts["covariance"] * np.add.outer(months, months)
        + parts["slope"] * np.outer(months, months)
    )
    v = covariance * np.equal.outer(person, person) + parts["residual"] * np.eye(len(y))
    inverse = np.linalg.inv(v)
    normal = x.T @ inverse @ x
    left = y - x @ np.linalg.solve(normal, x.T @ inverse @ y)
    logs = np.linalg.slogdet(v)[1] + np.linalg.slogdet(normal)[1] + (len(y) - 2) * np.log(2 * np.pi)
    return float(-(logs + left @ inverse @ left) / 2)


def test_the_likelihood_is_that_of_the_matrices_written_out() -> None:
    table = model()
    fit = growth(table, "score", "months", "person")
    assert fit.log_likelihood == pytest.approx(dense(table, fit), abs=1e-8)


@pytest.mark.parametrize(("level", "pace"), [(1.0, 0.0), (0.0, 0.1), (0.0, 0.0)])
def test_at_the_boundary_no_neighbour_is_likelier(level: float, pace: float) -> None:
    table = model(level=level, pace=pace)
    fit = growth(table, "score", "months", "person")
    assert fit.converged
    assert fit.log_likelihood == pytest.approx(dense(table, fit), abs=1e-7)
    for part, size in (("intercept", 0.01), ("slope", 0.0001), ("residual", 0.01)):
        near = replace(fit, variance={**fit.variance, part: fit.variance[part] + size})
        assert dense(table, near) <= fit.log_likelihood + 1e-6


def test_people_who_are_all_the_same_have_no_variance_between_them() -> None:
    table = {"person": np.repeat(np.arange(30), 4), "months": np.tile(range(4), 30)}
    noise = np.random.default_rng(1).permuted(np.tile([-1, 0, 0, 1], (30, 1)), axis=1).ravel()
    fit = growth({**table, "score": 5 + noise}, "score", "months", "person", slope=False)
    assert (fit.singular, fit.converged) == (True, True)
    assert fit.variance["intercept"] == pytest.approx(0, abs=1e-12)


def test_one_occasion_of_a_person_carries_its_information_but_not_alone() -> None:
    table = model()
    keep = (table["person"] > 20) | (table["months"] == 0)
    some = {name: column[keep] for name, column in table.items()}
    few = growth(some, "score", "months", "person")
    assert few.n_persons == 40
    assert (
        few.coefficients["(Intercept)"].se
        < growth({name: column[table["person"] > 20] for name, column in table.items()}, "score", "months", "person")
        .coefficients["(Intercept)"]
        .se
    )
    alone = {name: column[table["months"] == 0] for name, column in table.items()}
    with pytest.raises(errors.TooFew, match="40 rows of 40 people are too few for a level of each and a residual"):
        growth(alone, "score", "months", "person", slope=False)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(4, 12), st.floats(0, 2), st.floats(0, 0.3), st.booleans())
@example(5011, 4, 0.0, 0.0, False)
def test_no_variances_nearby_are_likelier(seed: int, people: int, level: float, pace: float, whole: bool) -> None:
    """Small made-up worlds with few occasions, many of them on the boundary: the search has found the top."""
    random = np.random.default_rng(seed)
    sizes = random.integers(1, 6, people) + (np.arange(people) < 3) * 3
    person = np.repeat(np.arange(people), sizes)
    months = np.concatenate([random.choice(18, size, replace=False) for size in sizes])
    y = 4 + random.normal(0, level, people)[person] + random.normal(0, pace, people)[person] * months
    y = y + random.normal(0, 1, len(person))
    table = {"person": person, "months": months, "score": np.rint(y) if whole else y}
    fit = growth(table, "score", "months", "person")
    assert fit.converged
    assert fit.log_likelihood == pytest.approx(dense(table, fit), abs=1e-6)
    factor = (
        np.linalg.cholesky(
            [
                [fit.variance["intercept"] + 1e-12, fit.variance["covariance"]],
                [fit.variance["covariance"], fit.variance["slope"] + 1e-9],
            ]
        )
        if np.linalg.det(square(fit)) > 1e-9
        else None
    )
    for _ in range(12):
        moved = square(fit) * np.exp(random.normal(0, 0.2))
        if factor is not None:
            shaken = factor @ (np.eye(2) + np.tril(random.normal(0, 0.1, (2, 2))))
            moved = shaken @ shaken.T
        near = replace(
            fit,
            variance={
                "intercept": moved[0, 0],
                "slope": moved[1, 1],
                "covariance": moved[0, 1],
                "residual": fit.variance["residual"] * np.exp(random.normal(0, 0.1)),
            },
        )
        assert dense(table, near) <= fit.log_likelihood + 1e-6


def square(fit: GrowthFit) -> npt.NDArray[np.floating]:
    """The variances between people as a square."""
    parts = fit.variance
    return np.array([[parts["intercept"], parts["covariance"]], [parts["covariance"], parts["slope"]]])


def test_units_change_nothing_but_the_units() -> None:
    table = columns("growth.csv")
    fit = growth(table, "score", "months", "person", ["age"])
    moved = {
        **table,
        "months": [30 * month + 24000 for month in table["months"]],
        "age": [1e3 + a for a in table["age"]],
    }
    far = growth(moved, "score", "months", "person", ["age"])
    assert far.coefficients["months:age"].value == pytest.approx(fit.coefficients["months:age"].value / 30, rel=1e-6)
    assert far.coefficients["months:age"].p == pytest.approx(fit.coefficients["months:age"].p, rel=1e-6)
    assert far.variance["slope"] == pytest.approx(fit.variance["slope"] / 900, rel=1e-5)


def test_levels_that_say_nothing_are_at_the_boundary_and_one_that_changes_is_refused() -> None:
    table = {**model(), "place": np.repeat(np.arange(40) % 4, 4)}
    plain = growth(table, "score", "months", "person")
    fit = growth(table, "score", "months", "person", municipality="place")
    assert fit.log_likelihood >= plain.log_likelihood - 1e-9
    if fit.singular:
        assert fit.variance["municipality"] == pytest.approx(0, abs=1e-8)
    table["place"][5] = 9
    with pytest.raises(errors.ChangesWithin, match="Column 'place', row"):
        growth(table, "score", "months", "person", municipality="place")


def test_caseworkers_who_never_change_are_a_level_like_municipalities() -> None:
    """Two ways to the same likelihood: people pooled by pattern and level, or each by herself."""
    table = {**model(), "place": np.repeat(np.arange(40) % 7, 4)}
    table["score"] = table["score"] + table["place"] ** 1.5 / 4
    pooled = growth(table, "score", "months", "person", municipality="place")
    each = growth(table, "score", "months", "person", caseworker="place")
    assert each.log_likelihood == pytest.approx(pooled.log_likelihood, abs=1e-9)
    assert each.variance["caseworker"] == pytest.approx(pooled.variance["municipality"], rel=1e-6)


def test_an_outcome_that_never_varies_or_is_told_wholly_is_refused() -> None:
    table = model()
    for score in (np.full(160, 4), 2 + 3 * table["months"]):
        with pytest.raises(errors.NotSeparable, match="Column 'score' is told wholly by the other columns"):
            growth({**table, "score": score}, "score", "months", "person")


def test_numbers_too_large_to_be_multiplied_whole_are_computed_on_all_the_same() -> None:
    table = model()
    whole = np.rint(1000 * table["score"]).astype(np.int64)
    small = growth({**table, "score": whole}, "score", "months", "person")
    large = growth({**table, "score": whole * 10**9}, "score", "months", "person")
    ratio = large.coefficients["months"].se / small.coefficients["months"].se
    assert ratio == pytest.approx(1e9, rel=1e-6)


def test_parts_that_cannot_be_are_refused() -> None:
    table = {**model(), "trust": np.repeat(np.arange(40), 4)}
    with pytest.raises(errors.NotSeparable, match="'months' was given two parts"):
        growth(table, "score", "months", "person", ["months"])
    with pytest.raises(errors.BadInput, match="'score' is to be crossed with time, but is no covariate"):
        growth(table, "score", "months", "person", ["trust"], interactions=["score"])
    double = {**table, "doubt": 2 * table["trust"] + 1}
    with pytest.raises(errors.NotSeparable, match="Column 'doubt' says nothing"):
        growth(double, "score", "months", "person", ["trust", "doubt"])


def test_a_result_is_a_table_too() -> None:
    fit = growth(model(), "score", "months", "person")
    assert fit.to_table().to_pydict()["name"] == ["(Intercept)", "months"]
    assert fit.to_table().to_pydict()["se"] == [one.se for one in fit.coefficients.values()]
