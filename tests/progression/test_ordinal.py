"""Growth on a short scale: the numbers of R's clmm, the boundary, and answers that cannot tell."""

import json
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from progression import errors
from progression.mixed import OrdinalFit, ordinal_growth
from progression.mixed.answers import pooled
from progression.mixed.links import LINKS
from progression.mixed.quadrature import Likelihood
from tests.progression.expected import ORACLES, columns

THEIRS = json.loads((ORACLES / "expected_ordinal.json").read_text("utf-8"))
WINE = ("wine.csv", "rating", None, "judge", {"time_varying": ["warm", "touched"]})
SHORT = ("short.csv", "answer", "months", "person", {"covariates": ["trust"], "time_varying": ["work"]})


def case(about: tuple[Any, ...], **more: Any) -> tuple[Any, ...]:
    return (*about[:4], {**about[4], **more})


CASES = {
    "wine": WINE,
    "wine_9": case(WINE, nodes=9),
    "wine_probit": case(WINE, link="probit", nodes=5),
    "wine_cloglog": case(WINE, link="cloglog", nodes=5),
    "wine_loglog": case(WINE, link="loglog", nodes=3),
    "wine_time": ("wine.csv", "rating", "bottle", "judge", {"time_varying": ["warm", "touched"], "nodes": 9}),
    "short": SHORT,
    "short_9": case(SHORT, nodes=9),
    "short_pace": case(SHORT, slope=True),
    "short_probit_pace": (
        *SHORT[:4],
        {"covariates": "trust", "interactions": False, "slope": True, "link": "probit"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_numbers_are_clmms(name: str) -> None:
    file, outcome, time, person, extra = CASES[name]
    ours, theirs = ordinal_growth(ORACLES / file, outcome, time, person, **extra), THEIRS[name]
    found = {**ours.thresholds, **ours.coefficients}
    assert list(found) == theirs["names"]
    assert [one.value for one in found.values()] == pytest.approx(theirs["value"], rel=1e-3, abs=1e-4)
    assert [one.se for one in found.values()] == pytest.approx(theirs["se"], rel=1e-3)
    assert ours.log_likelihood >= theirs["log_likelihood"] - 1e-5
    assert ours.log_likelihood == pytest.approx(theirs["log_likelihood"], abs=1e-4)
    parts = [ours.variance.get(part) for part in ("intercept", "covariance", "covariance", "slope")]
    theirs_parts = theirs["variance"] if isinstance(theirs["variance"], list) else [theirs["variance"]]
    assert [part for part in parts if part is not None] == pytest.approx(theirs_parts, rel=1e-3)
    assert (ours.converged, ours.singular) == (True, False)


def test_the_wine_is_as_published() -> None:
    """Christensen's own tables: log-likelihood −81.57, the variance of the judges 1.28, warm 3.06, touched 1.83."""
    fit = ordinal_growth(ORACLES / "wine.csv", "rating", None, "judge", time_varying=["warm", "touched"])
    assert (round(fit.log_likelihood, 2), round(fit.variance["intercept"], 2)) == (-81.57, 1.28)
    assert [round(one.value, 2) for one in fit.coefficients.values()] == [3.06, 1.83]
    assert (fit.n_rows, fit.n_persons, dict(fit.answers)) == (72, 9, {1: 5, 2: 22, 3: 26, 4: 12, 5: 7})


def test_two_answers_are_a_logistic_model_and_the_threshold_is_minus_its_intercept() -> None:
    fit = ordinal_growth(ORACLES / "short.csv", "high", "months", "person", time_varying="work", nodes=9)
    theirs = THEIRS["short_binary"]
    ours = [-fit.thresholds["0|1"].value, *(one.value for one in fit.coefficients.values())]
    assert ours == pytest.approx(theirs["value"], rel=1e-3)
    assert fit.variance["intercept"] == pytest.approx(theirs["variance"], rel=1e-3)


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize(("nodes", "slope"), [(1, False), (5, False), (1, True)])
def test_the_gradient_is_that_of_the_likelihood(link: str, nodes: int, slope: bool) -> None:
    """Each cut, effect and number of the spread moved a little: what the likelihood does is what its slope says."""
    table = {name: np.array(column) for name, column in columns("short.csv").items()}
    design = np.column_stack([table["months"], table["work"]])
    answers = pooled(["months", "work"], design, table["months"].astype(float), table["answer"] - 1, table["person"])
    likelihood = Likelihood(answers, LINKS[link], nodes, slope=slope)
    at = np.array([-1.0, 0.1, 0.8, 2.0, 0.5, -0.2, *([0.9, 0.3, 0.4] if slope else [0.9])])
    found = likelihood.at(at[:4], at[4:6], at[6:])
    assert found is not None
    slopes = np.concatenate([found.by_cut, found.by_effect, found.by_factor])
    for place, expected in enumerate(slopes):
        nudge = np.zeros(len(at))
        nudge[place] = 1e-5
        (up, down) = (likelihood.at(there[:4], there[4:6], there[6:]) for there in (at + nudge, at - nudge))
        assert up is not None
        assert down is not None
        assert (up.log - down.log) / 2e-5 == pytest.approx(expected, abs=2e-5)


def test_many_nodes_are_the_integral_itself() -> None:
    """Two people, one unknown: the likelihood added up on a fine grid."""
    answers = pooled([], np.empty((5, 0)), np.zeros(5), np.array([0, 0, 1, 2, 1]), np.array([0, 0, 0, 1, 1]))
    cuts, grid = np.array([-0.3, 1.1]), np.linspace(-9, 9, 20_001)
    found = Likelihood(answers, LINKS["logit"], 30, slope=False).at(cuts, np.empty(0), np.array([1.3]))
    below = 1 / (1 + np.exp(-(cuts[:, None] - 1.3 * grid)))
    chance = np.vstack([below[0], below[1] - below[0], 1 - below[1]])
    weight = np.exp(-(grid**2) / 2) / np.sqrt(2 * np.pi) * (grid[1] - grid[0])
    expected = np.log((chance[0] ** 2 * chance[1]) @ weight) + np.log((chance[2] * chance[1]) @ weight)
    assert found is not None
    assert found.log == pytest.approx(expected, abs=1e-9)


@pytest.fixture(scope="module")
def table() -> dict[str, list[Any]]:
    return columns("short.csv")


def fitted(table: Any, **extra: Any) -> OrdinalFit:
    return ordinal_growth(table, "answer", "months", "person", ["trust"], ["work"], **extra)


def test_order_labels_engines_and_reruns_change_not_one_bit(table: dict[str, list[Any]]) -> None:
    order = np.random.default_rng(5).permutation(len(table["person"])).tolist()
    moved = {name: [column[row] for row in order] for name, column in table.items()}
    moved["person"] = [f"p{1000 - who}" for who in moved["person"]]
    fit = fitted(table, slope=True)
    assert fitted(moved, slope=True) == fitted(pa.table(moved), slope=True) == fitted(table, slope=True) == fit
    assert fit.to_table().to_pydict()["name"] == [
        "1|2",
        "2|3",
        "3|4",
        "4|5",
        "months",
        "trust",
        "work",
        "months:trust",
    ]


def test_everybody_twice_is_the_same_answer_with_smaller_errors(table: dict[str, list[Any]]) -> None:
    """People alike are pooled: twice as many of them are the same people with a weight of two."""
    twice = {name: column * 2 for name, column in table.items()}
    twice["person"] = table["person"] + [1000 + who for who in table["person"]]
    one, two = fitted(table), fitted(twice)
    for name, found in one.coefficients.items():
        assert two.coefficients[name].value == pytest.approx(found.value, abs=1e-6)
        assert two.coefficients[name].se == pytest.approx(found.se / 2**0.5, rel=1e-5)
    assert two.log_likelihood == pytest.approx(2 * one.log_likelihood, abs=1e-6)


def test_units_and_an_unused_answer_change_nothing_but_names(table: dict[str, list[Any]]) -> None:
    fit = fitted(table, slope=True)
    days = {**table, "months": [24_000 + 30 * month for month in table["months"]]}
    days["answer"] = [answer * 2 for answer in table["answer"]]
    far = fitted(days, slope=True)
    assert list(far.thresholds) == ["2|4", "4|6", "6|8", "8|10"]
    assert far.log_likelihood == pytest.approx(fit.log_likelihood, abs=1e-7)
    assert far.coefficients["months:trust"].value == pytest.approx(
        fit.coefficients["months:trust"].value / 30, rel=1e-4
    )
    assert far.variance["slope"] == pytest.approx(fit.variance["slope"] / 900, rel=1e-4)


def test_people_who_do_not_differ_are_at_the_boundary_and_have_the_errors_of_the_plain_model() -> None:
    """Everybody gives every answer once: nothing lies between people, and the thresholds are logits of shares."""
    table = {"person": [who for who in range(12) for _ in range(3)], "answer": [1, 2, 3, 3, 1, 2] * 6}
    for nodes in (1, 7):
        fit = ordinal_growth(table, "answer", None, "person", nodes=nodes)
        assert (fit.singular, fit.converged, fit.variance["intercept"]) == (True, True, 0.0)
        assert fit.thresholds["1|2"].value == pytest.approx(np.log(1 / 2), abs=1e-6)
        assert fit.thresholds["1|2"].se == pytest.approx((36 * 1 / 3 * 2 / 3) ** -0.5, rel=1e-6)


def test_a_pace_that_is_not_there_is_found_to_be_no_likelier_nearby(table: dict[str, list[Any]]) -> None:
    rng = np.random.default_rng(8)
    flat = {**table, "answer": rng.integers(1, 5, len(table["person"])).tolist()}
    fit = fitted(flat, slope=True)
    assert fit.converged
    assert fit.log_likelihood >= fitted(flat).log_likelihood - 1e-8
    assert all(np.isfinite([one.value, one.se, one.p]).all() for one in fit.coefficients.values())


def test_missing_answers_are_left_out_and_said(table: dict[str, list[Any]]) -> None:
    gaps = {**table, "answer": [None, *table["answer"][1:]]}
    fit = fitted(gaps)
    assert (fit.missing.left_out, fit.missing.by_column, fit.n_rows) == (1, {"answer": 1}, len(table["answer"]) - 1)


def test_what_cannot_be_told_is_refused_in_a_sentence(table: dict[str, list[Any]]) -> None:
    rows = len(table["person"])
    sure = [int(answer == 5) for answer in table["answer"]]
    refused: list[tuple[type[errors.BadInput], str, dict[str, Any], dict[str, Any]]] = [
        (errors.TooFew, "'answer' holds the same in every row", {"answer": [2] * rows}, {}),
        (errors.TooFew, "Of .* rows 0 are complete", {"answer": [None] * rows}, {}),
        (errors.OffTheScale, "different answers; a short scale has 25", {"answer": list(range(rows))}, {}),
        (errors.NotSeparable, "'work' holds the same in every row", {"work": [1] * rows}, {}),
        (errors.NotSeparable, "'work' says nothing that", {"work": [2 * one for one in table["trust"]]}, {}),
        (errors.NoFiniteAnswer, "'work' tells 'answer' without fail", {"work": sure}, {}),
        (errors.NoFiniteAnswer, "everybody gives one answer", {"answer": [who % 4 for who in table["person"]]}, {}),
        (errors.TooFew, "too few for a level of each", {"person": list(range(rows))}, {}),
        (
            errors.ChangesWithin,
            "'work', row .*changes within a person",
            {},
            {"covariates": ["work"], "time_varying": []},
        ),
        (errors.DuplicatedOccasion, "two rows at 1", {"months": [1] * rows}, {}),
        (errors.NotSeparable, "'months' was given two parts", {}, {"time_varying": ["months"]}),
        (errors.BadInput, "no link called 'cauchit'", {}, {"link": "cauchit"}),
        (errors.BadInput, "0 nodes cannot be", {}, {"nodes": 0}),
        (errors.BadInput, "nodes=1, or slope=False", {}, {"nodes": 9, "slope": True}),
        (errors.BadInput, "Without a column of time", {}, {"time": None, "slope": True}),
    ]
    for kind, sentence, changed, asked in refused:
        extra = {"time": "months", "covariates": ["trust"], "time_varying": ["work"], **asked}
        with pytest.raises(kind, match=sentence):
            ordinal_growth({**table, **changed}, "answer", person="person", **extra)


@pytest.mark.parametrize("scale", [0.0, 30.0])
def test_no_neighbour_of_a_solution_is_likelier(scale: float) -> None:
    """Small made-up worlds, some where nobody differs and some where hardly anything else counts."""
    rng = np.random.default_rng(int(scale) + 2)
    person = np.repeat(np.arange(15), 5)
    answer = np.digitize(scale * rng.normal(size=15)[person] / 10 + rng.logistic(size=75), [-1, 0, 2])
    fit = ordinal_growth({"person": person, "answer": answer}, "answer", None, "person", nodes=15)
    answers = pooled([], np.empty((75, 0)), np.zeros(75), answer, person)
    likelihood = Likelihood(answers, LINKS["logit"], 15, slope=False)
    cuts, spread = np.array([one.value for one in fit.thresholds.values()]), fit.variance["intercept"] ** 0.5
    for shift in (*np.eye(4) * 0.02, *-np.eye(4) * 0.02):
        near = likelihood.at(cuts + shift[:3], np.empty(0), np.array([spread + shift[3]]))
        assert near is not None
        assert near.log <= fit.log_likelihood + 1e-8
