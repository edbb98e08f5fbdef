"""The growth model on the classic tables of lme4 and nlme, inside and at the boundary, and when tables are turned about."""

import json
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from progression import errors
from progression.mixed import GrowthFit, growth
from tests.progression.expected import ORACLES, apart, columns

THEIRS = json.loads((ORACLES / "expected_mixed.json").read_text("utf-8"))
Case = tuple[str, str, str, str, dict[str, Any]]
STUDENTS = ("insteval.csv", "mark", "seen", "student")
IDLE = ("idle.csv", "score", "months", "person")
CASES: dict[str, Case] = {
    "orthodont": ("orthodont.csv", "distance", "age", "child", {"covariates": "male"}),
    "orthodont_level": (
        "orthodont.csv",
        "distance",
        "age",
        "child",
        {"covariates": "male", "slope": False, "reml": False},
    ),
    "chicks": ("chicks.csv", "weight", "day", "chick", {"covariates": ["diet2", "diet3", "diet4"]}),
    "oxboys": ("oxboys.csv", "height", "age", "boy", {}),
    "pastes": ("pastes.csv", "strength", "assay", "sample", {"slope": False, "municipality": "batch"}),
    "pastes_ml": (
        "pastes.csv",
        "strength",
        "assay",
        "sample",
        {"slope": False, "municipality": "batch", "reml": False},
    ),
    "penicillin": ("penicillin.csv", "diameter", "turn", "plate", {"slope": False, "caseworker": "sample"}),
    "insteval": (*STUDENTS, {"time_varying": "service", "slope": False, "caseworker": "lecturer"}),
}
EDGES: dict[str, Case] = {
    "insteval_pace": (*STUDENTS, {"time_varying": "service", "caseworker": "lecturer", "reml": False}),
    "dyestuff2": ("dyestuff2.csv", "yield", "place", "batch", {"slope": False}),
    "idle_pace": (*IDLE, {}),
    "idle_office": (*IDLE, {"slope": False, "municipality": "office"}),
    "idle_adviser": (*IDLE, {"caseworker": "adviser", "reml": False}),
    "idle_both": (*IDLE, {"slope": False, "municipality": "office", "caseworker": "adviser"}),
}


def fitted(case: Case) -> tuple[GrowthFit, dict[str, str]]:
    """Our fit, and by our names the variances that lme4 found."""
    file, outcome, time, person, extra = case
    names = {"intercept": f"{person} (Intercept)", "slope": f"{person} {time}", "covariance": f"{person} covariance"}
    names |= {level: f"{extra[level]} (Intercept)" for level in ("municipality", "caseworker") if level in extra}
    return growth(ORACLES / file, outcome, time, person, **extra), {**names, "residual": "residual"}


@pytest.mark.parametrize("name", CASES)
def test_classic_tables_give_lme4s_numbers(name: str) -> None:
    """The issue's digits: effects and errors 1e-5 relative, spreads 1e-5 of the residual one."""
    (ours, of), theirs = fitted(CASES[name]), THEIRS[name]
    assert list(ours.coefficients) == theirs["names"]
    assert apart([one.value for one in ours.coefficients.values()], theirs["value"]) < 1e-5
    assert apart([one.se for one in ours.coefficients.values()], theirs["se"]) < 1e-5
    assert ours.log_likelihood == pytest.approx(theirs["log_likelihood"], abs=1e-6)
    spread = ours.variance["residual"] ** 0.5
    for part in ours.variance.keys() - {"covariance"}:
        assert abs(ours.variance[part] ** 0.5 - theirs["variance"][of[part]] ** 0.5) < 1e-5 * spread
    if "covariance" in ours.variance:
        assert ours.variance["covariance"] == pytest.approx(theirs["variance"][of["covariance"]], rel=1e-5)
    assert ours.converged


@pytest.mark.parametrize("name", EDGES)
def test_at_the_boundary_our_deviance_is_no_higher(name: str) -> None:
    (ours, _), theirs = fitted(EDGES[name]), THEIRS[name]
    assert -2 * ours.log_likelihood <= -2 * theirs["log_likelihood"] + 1e-6
    assert -2 * ours.log_likelihood == pytest.approx(-2 * theirs["log_likelihood"], abs=1e-4)
    assert (ours.converged, ours.singular) == (True, True)
    assert [one.value for one in ours.coefficients.values()] == pytest.approx(theirs["value"], rel=1e-3)
    assert all(np.isfinite([one.se, one.low, one.p]).all() for one in ours.coefficients.values())
    assert all(np.isfinite(variance) for variance in ours.variance.values())


LEVELS: dict[str, dict[str, Any]] = {
    "municipality": {"municipality": "municipality"},
    "caseworker": {"caseworker": "caseworker"},
    "both": {"municipality": "municipality", "caseworker": "caseworker"},
}


@pytest.mark.parametrize("levels", LEVELS)
def test_with_levels_too_neither_order_nor_engine_nor_a_second_run_changes_a_bit(levels: str) -> None:
    table = columns("growth.csv")
    order = np.random.default_rng(9).permutation(len(table["person"])).tolist()
    moved = {name: [column[row] for row in order] for name, column in table.items()}
    fits = [growth(one, "score", "months", "person", ["trust"], **LEVELS[levels]) for one in (table, moved, table)]
    fits.append(growth(pa.table(moved), "score", "months", "person", ["trust"], **LEVELS[levels]))
    assert all(fit == fits[0] for fit in fits)


@pytest.mark.parametrize("levels", LEVELS)
def test_new_names_of_people_and_places_are_only_names(levels: str) -> None:
    """People are added in the order of their names, so the last digits may move, and no others."""
    table = columns("growth.csv")
    named = {**table, "person": [f"p{(who * 37) % 997}" for who in table["person"]]}
    named["municipality"] = [chr(219 - ord(place)) for place in table["municipality"]]
    named["caseworker"] = [100 - who for who in table["caseworker"]]
    one, two = (growth(each, "score", "months", "person", ["trust"], **LEVELS[levels]) for each in (table, named))
    assert two.log_likelihood == pytest.approx(one.log_likelihood, abs=1e-8)
    for name, found in one.coefficients.items():
        assert two.coefficients[name].value == pytest.approx(found.value, rel=1e-6, abs=1e-9)
    assert two.variance == pytest.approx(one.variance, rel=1e-5, abs=1e-8)


def test_nothing_to_compute_on_is_refused_by_name() -> None:
    table = columns("growth.csv")
    rows = len(table["person"])

    def asked(**changed: list[Any]) -> GrowthFit:
        return growth({**table, **changed}, "score", "months", "person", ["trust"], ["work"])

    with pytest.raises(errors.TooFew, match=f"Of {rows} rows 0 are complete"):
        asked(score=[None] * rows)
    for name in ("trust", "work", "months"):
        with pytest.raises(errors.BadInput, match=f"'{name}'"):
            asked(**{name: [3] * rows})
    with pytest.raises(errors.TooFew, match="at least two people"):
        growth(
            {"person": [1] * 9, "months": list(range(9)), "score": [3, 4, 3, 5, 4, 6, 5, 7, 6]},
            "score",
            "months",
            "person",
        )
