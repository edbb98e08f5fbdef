"""Classic public data: the numbers of R's own packages and of scikit-learn, to the stated digits."""

import json
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from progression.associations import clusters, factor_analysis, parallel_analysis
from progression.associations.factors import Method, Rotation
from progression.change import paired
from progression.descriptive import crosstab, distribution
from progression.flows import cox, kaplan_meier
from progression.flows.moves import wilson
from progression.regression import Errors, logit, ols
from progression.reliability import cronbach_alpha, item_rest
from progression.results import Estimate
from tests.progression.expected import ORACLES, apart

R: dict[str, Any] = json.loads((ORACLES / "expected_classics.json").read_text("utf-8"))
SKLEARN: dict[str, Any] = json.loads((ORACLES / "expected_kinds.json").read_text("utf-8"))
BFI = ORACLES / "bfi.csv"
ITEMS = ["A2", "A3", "A4", "A5", "C1", "C2", "C3", "C4", "N1", "N2"]
CLASSIC = {"iris": 4, "wines": 13}
BETTER = 0.85
"""How alike kinds are to scikit-learn's where ours are tighter than the best of its two hundred starts."""
FEWEST_ALIKE = 0.9999
"""Congruence of two factors, up to sign and order."""


def parts(one: Estimate, *names: str) -> list[float]:
    return [getattr(one, name) for name in names]


def test_alpha_of_people_who_left_some_out_is_psychs_of_the_others() -> None:
    found, r = cronbach_alpha(BFI, ITEMS[:4]), R["alpha"]
    rests = item_rest(BFI, ITEMS[:4])
    assert (found.n, rests.n) == (r["n"], r["n"])
    assert apart([found.alpha.value, found.alpha.se], [r["alpha"], r["se"]]) < 1e-12
    assert apart([one.rest for one in rests.values()], r["rest"]) < 1e-12
    assert rests.missing.left_out == 300 - r["n"]
    assert rests.to_table().to_pydict()["item"] == ITEMS[:4]


def congruence(ours: npt.NDArray[np.floating], theirs: npt.NDArray[np.floating]) -> list[float]:
    """Of each factor of ours with the one of theirs that is most like it, whatever its sign."""
    crossed = ours.T @ theirs / np.outer(np.linalg.norm(ours, axis=0), np.linalg.norm(theirs, axis=0))
    assert len(set(np.abs(crossed).argmax(axis=1))) == ours.shape[1]
    return [float(one) for one in np.abs(crossed).max(axis=1)]


@pytest.mark.parametrize("method", ["ml", "minres"])
@pytest.mark.parametrize("rotation", ["none", "varimax", "oblimin"])
def test_factors_are_congruent_with_rs_up_to_sign_and_order(method: Method, rotation: Rotation) -> None:
    found, r = factor_analysis(BFI, ITEMS, 3, method, rotation), R["factors"]
    theirs = np.array(r[method][rotation])
    assert found.n == r["n"]
    assert min(congruence(found.loadings, theirs)) > FEWEST_ALIKE
    assert np.sort(np.abs(found.loadings), axis=None) == pytest.approx(np.sort(np.abs(theirs), axis=None), abs=1e-3)
    assert found.df == r["df"]
    if method == "ml":
        assert (found.chi_squared, found.p) == pytest.approx((r["chi"], r["p"]), rel=1e-7)
    between = np.sort(np.abs(found.between[np.triu_indices(3, 1)]))
    turned = np.array(r[method]["between"])[np.triu_indices(3, 1)] if rotation == "oblimin" else np.zeros(3)
    assert between == pytest.approx(np.sort(np.abs(turned)), abs=1e-3)


def test_chance_is_what_twenty_thousand_drawn_tables_show_in_r() -> None:
    found = parallel_analysis(BFI, ITEMS, draws=2000)
    assert found.eigenvalues == pytest.approx(R["eigenvalues"], rel=1e-12)
    assert found.chance == pytest.approx(R["chance"], abs=0.01)
    assert found.n_factors == int((np.array(R["eigenvalues"]) <= R["chance"]).argmax())
    assert found.to_table().to_pydict()["eigenvalue"] == list(found.eigenvalues)


def adjusted_rand(one: list[int], other: list[int]) -> float:
    """How alike two partings are: 1 the same, 0 as by chance (Hubert and Arabie, 1985)."""
    _, codes = np.unique(np.array([one, other]), axis=1, return_inverse=True)
    both, left, right = (np.bincount(np.ravel(part)) for part in (codes, one, other))
    pairs = [float((sizes * (sizes - 1)).sum()) / 2 for sizes in (both, left, right)]
    whole = len(one) * (len(one) - 1) / 2
    expected = pairs[1] * pairs[2] / whole
    return (pairs[0] - expected) / ((pairs[1] + pairs[2]) / 2 - expected)


@pytest.mark.parametrize("name", CLASSIC)
def test_kinds_are_no_worse_than_scikit_learns_and_the_same(name: str) -> None:
    columns = [f"x{place}" for place in range(CLASSIC[name])]
    for k in range(2, 6):
        theirs = SKLEARN[name][str(k)]
        means, ward = (clusters(ORACLES / f"{name}.csv", columns, k, method=method) for method in ("kmeans", "ward"))
        assert means.inertia <= theirs["inertia"] * (1 + 1e-9)
        alike = adjusted_rand(means.kind.tolist(), theirs["kmeans"])
        if means.inertia > theirs["inertia"] * (1 - 1e-9):
            assert alike == pytest.approx(1)
            assert means.silhouettes[k] == pytest.approx(theirs["kmeans_silhouette"], rel=1e-9)
        else:
            assert alike > BETTER
        assert adjusted_rand(ward.kind.tolist(), theirs["ward"]) == pytest.approx(1)
        assert ward.silhouettes[k] == pytest.approx(theirs["ward_silhouette"], rel=1e-9)
        assert means.sampled == means.n


def test_the_silhouette_of_many_is_of_a_stated_sample() -> None:
    random = np.random.default_rng(3)
    table = {"trust": np.repeat([1, 9], 1500) + random.normal(size=3000)}
    found = clusters(table, ["trust"], 2)
    assert (found.n, found.sampled) == (3000, 2000)
    assert found.silhouettes == clusters(table, ["trust"], 2).silhouettes


def test_students_sleepers_slept_longer() -> None:
    found, r = paired(ORACLES / "sleep.csv", "extra", "person", "occasion"), R["sleep"]
    names = ("value", "se", "low", "high", "p")
    assert apart(parts(found.mean, *names), [r["mean"], r["se"], r["low"], r["high"], r["p"]]) < 1e-12
    assert (found.effect, found.effect_z) == pytest.approx((r["d"], r["dz"]), rel=1e-12)
    assert found.bootstrap == pytest.approx(r["bootstrap"], abs=0.06)


@pytest.mark.parametrize("kind", ["classical", "CR0", "CR1", "CR1S", "CR2"])
def test_chicks_weigh_in_together(kind: str) -> None:
    robust: dict[str, Any] = {} if kind == "classical" else {"cluster": "chick", "errors": kind}
    fit = ols(ORACLES / "feed.csv", "weight", ["time", "diet3"], **robust)
    assert apart([one.value for one in fit.coefficients.values()], R["chicks"]["value"]) < 1e-11
    assert apart([one.se for one in fit.coefficients.values()], R["chicks"][kind]) < 1e-11


@pytest.mark.parametrize("kind", ["CR0", "CR1", "CR1S"])
def test_the_logit_by_strata_is_sandwichs(kind: Errors) -> None:
    table, names = ORACLES / "infert.csv", ["age", "parity", "spontaneous"]
    plain, fit = logit(table, "case", names), logit(table, "case", names, cluster="stratum", errors=kind)
    assert apart([one.value for one in fit.coefficients.values()], R["infert"]["value"]) < 1e-9
    assert apart([one.se for one in plain.coefficients.values()], R["infert"]["classical"]) < 1e-8
    assert apart([one.se for one in fit.coefficients.values()], R["infert"][kind]) < 1e-8
    assert plain.log_likelihood == pytest.approx(R["infert"]["log_likelihood"], abs=1e-10)


def test_the_curves_and_hazards_of_lung() -> None:
    curves, r = kaplan_meier(ORACLES / "lung.csv", "time", "reason", by="sex"), R["lung"]
    for place, label in enumerate(r["strata"]):
        sex, time = label[-1], (100, 300, 600)[place % 3]
        curve = curves[sex]
        at = int(curve.time.searchsorted(time, "right")) - 1
        ours = [curve.value[at], curve.se[at], curve.low[at], curve.high[at]]
        assert apart(ours, [r[part][place] for part in ("value", "se", "low", "high")]) < 1e-12
    fit = cox(ORACLES / "lung.csv", "time", "reason", ["age", "sex", "karno"])
    assert (fit.n, fit.left) == (r["cox"]["n"], r["cox"]["left"])
    assert apart([one.value for one in fit.coefficients.values()], r["cox"]["value"]) < 1e-8
    assert apart([one.se for one in fit.coefficients.values()], r["cox"]["se"]) < 1e-8
    assert fit.log_likelihood == pytest.approx(r["cox"]["log_likelihood"], abs=1e-8)


def test_teeth_by_juice_and_dose_are_described_as_by_r() -> None:
    found = distribution(ORACLES / "teeth.csv", "len", by=["supp", "dose"])
    assert [".".join(map(str, key)) for key in found.groups] == sorted(R["teeth"]["names"])
    figures = dict(zip(R["teeth"]["names"], R["teeth"]["figures"], strict=True))
    for key, one in found.groups.items():
        assert one.mean is not None
        spread = [one.sd or 0, *parts(one.mean, "se", "low", "high")]
        ours = [one.n, one.mean.value, *spread, one.least, one.lower, one.median, one.upper, one.greatest]
        assert apart([float(each or 0) for each in ours], figures[".".join(map(str, key))]) < 1e-12


def test_hair_and_eyes_are_crossed_as_by_r() -> None:
    found, r = crosstab(ORACLES / "hair.csv", "hair", "eye"), R["hair"]
    assert (
        apart([found.chi_squared, found.df, found.p, found.least_expected], [r["chi"], r["df"], r["p"], r["least"]])
        < 1e-9
    )
    assert found.counts[found.rows.index("Brown")][found.columns.index("Brown")] == r["brown_brown"]
    teeth = crosstab(ORACLES / "teeth.csv", ["supp"], ["supp", "dose"])
    assert teeth.columns[0] == ("OJ", "0.5")
    assert teeth.to_table().column_names[1] == "OJ, 0.5"


def test_the_interval_of_a_share_is_that_of_prop_test() -> None:
    share = wilson(7, 20)
    assert apart([share.low, share.high], R["wilson"]) < 1e-12
