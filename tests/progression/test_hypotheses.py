"""The five hypotheses: R's numbers, effects that are known, and the traps of the evaluation."""

import json
from typing import Any

import numpy as np
import pandas
import pyarrow
import pytest

from progression.change import paired
from progression.disclosure import WITHHELD
from progression.flows import cumulative_incidence, kaplan_meier
from progression.hypotheses import (
    Answer,
    Caveat,
    Tipping,
    Unsaid,
    experienced_health,
    family,
    own_barriers,
    own_goals,
    responsibility,
    shifted,
    trust,
)
from progression.mixed import GrowthFit
from progression.regression import RegressionFit, ols
from progression.results import Estimate
from tests.progression.expected import GROWTH, ORACLES, apart
from tests.progression.made_up import Columns, people, shuffled, some

THEIRS = json.loads((ORACLES / "expected_hypotheses.json").read_text("utf-8"))


def told(one: object) -> Estimate:
    assert isinstance(one, Estimate)
    return one


def model(answer: Answer) -> GrowthFit:
    assert isinstance(answer.model, GrowthFit)
    return answer.model


def near(one: object, truth: float) -> bool:
    """Within two and a half standard errors, which are small beside what is looked for."""
    return abs(told(one).value - truth) < 2.5 * told(one).se


# --- the same numbers as R -----------------------------------------------------------------------------------------


def test_the_models_are_those_of_lme4_and_clubsandwich() -> None:
    answer = trust(GROWTH, "score", "trust", covariates=["age"], caseworker="caseworker")
    assert isinstance(answer.from_second, GrowthFit)
    assert isinstance(answer.ancova, RegressionFit)
    for ours, theirs in ((model(answer), THEIRS["model"]), (answer.from_second, THEIRS["from_second"])):
        assert list(ours.coefficients) == theirs["names"]
        assert apart([one.value for one in ours.coefficients.values()], theirs["value"]) < 1e-5
        assert apart([one.se for one in ours.coefficients.values()], theirs["se"]) < 1e-5
    names = ["(Intercept)", "score_first", "age", "gap", "trust"]
    assert apart([answer.ancova.coefficients[name].value for name in names], THEIRS["ancova"]["value"]) < 1e-9
    assert apart([answer.ancova.coefficients[name].se for name in names], THEIRS["ancova"]["se"]) < 1e-9
    assert answer.effect == model(answer).coefficients["months:trust"]
    assert (answer.n.persons, answer.n.rows, answer.n.caseworkers) == (150, 676, 14)


def test_the_lagged_model_is_lme4s_of_columns_lagged_by_hand() -> None:
    answer = own_goals(GROWTH, "score", "work", covariates=["trust"], lagged=True)
    theirs = THEIRS["lagged"]
    names = [{"product": f"(months - {theirs['middle']}):work_before"}.get(name, name) for name in theirs["names"]]
    fit = model(answer)
    assert sorted(fit.coefficients) == sorted(names)
    assert apart([fit.coefficients[name].value for name in names], theirs["value"]) < 1e-5
    assert apart([fit.coefficients[name].se for name in names], theirs["se"]) < 1e-5
    assert answer.from_second is answer.model
    assert Caveat.LAGGED in answer.caveats
    assert Caveat.SAME_TIME not in answer.caveats


def test_half_of_the_waits_is_rs_median() -> None:
    theirs = THEIRS["median"]
    waits = {"person": list(range(24)), "hours": theirs["hours"], "replied": theirs["replied"]}
    half = trust(people(60), "score", "exposed", contacts=waits).figure("1c", "hours_to_reply")
    assert (half.value.value, half.value.low, half.value.high) == (theirs["value"], theirs["low"], theirs["high"])  # type: ignore[union-attr]
    assert half.persons == 24


# --- effects that are known ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("pace", [0.1, 0.0, -0.1])
def test_a_pace_that_was_put_in_is_found_and_none_is_not(pace: float) -> None:
    answer = trust(
        people(pace=pace), "score", "exposed", covariates=["age"], caseworker="caseworker", exit_reason="exit"
    )
    later = answer.from_second
    assert isinstance(later, GrowthFit)
    for fit in (model(answer), later):
        assert near(fit.coefficients["months:exposed"], 10 * pace)
        assert fit.coefficients["months:exposed"].se < 0.25
    assert isinstance(answer.ancova, RegressionFit)
    assert near(answer.ancova.coefficients["exposed"], 120 * pace)
    assert near(answer.groups["1"].change, told(answer.groups["0"].change).value + 120 * pace)


def test_progression_by_exposure_is_that_of_paired() -> None:
    """Fifty answered once, and fifty twice: these have a change, but none from the second on."""
    table = people()
    table = some(
        table, (table["months"] < 1) | ((table["person"] >= 50) & (table["months"] < 4)) | (table["person"] >= 100)
    )
    answer = trust(table, "score", "exposed")
    for value in (0, 1):
        inside = some(table, table["exposed"] == value)
        group = answer.groups[str(value)]
        whole = paired(inside, "score", person="person", occasion="months")
        later = paired(some(inside, inside["months"] > 0), "score", person="person", occasion="months")
        for ours, theirs in ((group.change, whole.mean), (group.from_second, later.mean)):
            assert (told(ours).value, told(ours).se) == pytest.approx((theirs.value, theirs.se), rel=1e-12)
        assert (group.persons, group.later) == (whole.n, later.n)
        assert group.answers == len(inside["person"]) / len(np.unique(inside["person"]))


def test_twenty_outcomes_are_adjusted_together() -> None:
    answers = {str(seed): trust(people(100, seed=seed, pace=0), "score", "exposed") for seed in range(3)}
    answers |= {"real": trust(people(pace=0.1), "score", "exposed"), "few": trust(people(19), "score", "exposed")}
    together = family(answers)
    assert together["few"] is WITHHELD
    assert together["real"].holm == pytest.approx(4 * told(answers["real"].effect).p)  # type: ignore[union-attr]
    assert together["real"].holm < 0.05 < min(together[str(seed)].holm for seed in range(3))  # type: ignore[union-attr]


# --- trap: people who get a job stop answering ---------------------------------------------------------------------


def test_exit_groups_stand_apart_and_no_column_for_them_is_said() -> None:
    answer = trust(people(gone=0.2), "score", "exposed", exit_reason="exit")
    assert not isinstance(answer.exits, Unsaid)
    assert [(name, one.persons, one.answers) for name, one in answer.exits.items()] == [
        ("ordinary_job", 60, 3.0),
        ("still in", 240, 5.0),
    ]
    assert Caveat.MISSING_NOT_AT_RANDOM in answer.caveats
    assert Caveat.NO_EXITS not in answer.caveats
    without = trust(people(gone=0.2), "score", "exposed")
    assert without.exits is Unsaid.NOT_GIVEN
    assert Caveat.NO_EXITS in without.caveats


def uneven() -> Columns:
    """Of the exposed four in ten left and answered no more, of the others one in ten; another tenth left later."""
    table = people(pace=0.1, caseworkers=20)
    left = (table["person"] % 10 < np.where(table["exposed"] == 1, 4, 1)).astype(bool)
    # Who left after month 12 has answered then, and is not missing.
    table["exit"] = np.where(left, "ordinary_job", np.where(table["person"] % 10 == 9, "moved", ""))
    return some(table, ~(left & (table["months"] > 6)))


def test_the_pull_of_a_shift_is_what_filling_in_and_shifting_gives() -> None:
    """Missing answers filled in by a regression and shifted by δ: its coefficient moves by δ times the pull."""
    table = uneven()
    tipping = trust(table, "score", "exposed", covariates=["age"], exit_reason="exit").tipping
    assert isinstance(tipping, Tipping)
    last = some(table, table["months"] == 12)
    fit = ols(last, "score", ["exposed", "age"])
    gone = some(table, (table["exit"] == "ordinary_job") & (table["months"] == 0))
    b = [fit.coefficients[name].value for name in ("(Intercept)", "exposed", "age")]
    for delta in (0.0, -3.0, 7.0):
        filled = b[0] + b[1] * gone["exposed"] + b[2] * gone["age"] + delta
        whole = {name: np.append(last[name], gone[name]) for name in ("exposed", "age")}
        refit = ols({**whole, "score": np.append(last["score"], filled)}, "score", ["exposed", "age"])
        assert refit.coefficients["exposed"].value == pytest.approx(b[1] + delta * tipping.alike.pull.value, abs=1e-9)
    assert tipping.gone == len(gone["person"])
    assert tipping.horizon == 12


def test_at_the_tipping_point_the_interval_just_touches_nothing_and_before_it_does_not() -> None:
    answer = trust(uneven(), "score", "exposed", exit_reason="exit")
    tipping = answer.tipping
    assert isinstance(tipping, Tipping)
    assert tipping.effect.value == pytest.approx(12 * told(answer.effect).value)
    for shift in (tipping.alike, tipping.exposed):
        assert shift.tips_at < 0 < tipping.effect.low  # type: ignore[union-attr, operator]
        edge = shifted(tipping.effect, shift.pull, shift.tips_at)  # type: ignore[union-attr, arg-type]
        assert edge.low == pytest.approx(0, abs=1e-9)
        assert shifted(tipping.effect, shift.pull, 0.9 * shift.tips_at).low > 0  # type: ignore[union-attr, operator]
    # When only the exposed are worse off than they seem, it takes less.
    assert abs(tipping.exposed.tips_at) < abs(tipping.alike.tips_at)  # type: ignore[union-attr, arg-type]


def test_of_a_lagged_exposure_the_next_answer_is_what_is_missing() -> None:
    """Whoever left has no next answer; whoever is still in was not asked yet. The pull is the share that left after an
    answer with the exposure, less that after one without."""
    table = at_work()
    left = table["person"] % 5 == 0
    gone = (table["months"] == 6) & left
    table["work"] = np.where(gone, 1, table["work"])
    table["exit"] = np.where(left, "ordinary_job", "")
    table = some(table, ~left | (table["months"] <= 6))
    answer = own_goals(table, "health", "work", lagged=True, exit_reason="exit")
    tipping = answer.tipping
    assert isinstance(tipping, Tipping)
    assert (tipping.horizon, tipping.gone, tipping.effect) == (None, 60, answer.effect)
    asked = some(table, (table["months"] < 12) | (table["exit"] != ""))
    missing = (asked["months"] == 6) & (asked["exit"] != "")
    share = [missing[asked["work"] == value].mean() for value in (0, 1)]
    assert tipping.alike.pull.value == pytest.approx(share[1] - share[0])
    assert own_goals(table, "health", "work", lagged=True).tipping is Unsaid.NOT_GIVEN


def test_a_horizon_that_no_answer_reaches_says_nothing() -> None:
    assert trust(uneven(), "score", "exposed", horizon=13).tipping is Unsaid.NOT_ANSWERED


# --- trap: referred at a low point ---------------------------------------------------------------------------------


def test_who_came_at_a_low_point_rises_and_the_model_from_the_second_assessment_does_not_fall_for_it() -> None:
    """Nobody moves. The exposure was given to those whose first score happened to be low."""
    table = people(400, pace=0.0)
    random = np.random.default_rng(8)
    score = random.normal(40, 5, 400)[table["person"]] + random.normal(0, 10, len(table["person"]))
    table["score"], first = np.rint(score).astype(int), table["months"] == 0
    start = np.zeros(400)
    start[table["person"][first]] = table["score"][first]
    low = start < np.median(start)
    table["exposed"] = low.astype(int)[table["person"]]
    answer = own_goals(table, "score", "exposed")
    assert isinstance(answer.from_second, GrowthFit)
    assert isinstance(answer.ancova, RegressionFit)
    assert told(answer.groups["1"].change).low > 5
    assert told(answer.effect).low > 0.2
    assert near(answer.from_second.coefficients["months:exposed"], 0)
    assert near(answer.ancova.coefficients["exposed"], 0)
    assert Caveat.LOW_POINT in answer.caveats


# --- trap: staff choose the day of responsibility ------------------------------------------------------------------


def placed(n: int = 500, *, effect: float = 0.0, seed: int = 3) -> dict[str, Columns]:
    """Assessments each third month of people in a placement, who differ in pace. Whoever answers high is likelier to
    leave before the next, and responsibility comes at random to those still in: so it comes to the slower ones. It
    adds `effect` a month from its month on."""
    random = np.random.default_rng(seed)
    pace, level, coming = random.normal(1.0, 0.8, n), random.normal(0, 6, n), random.integers(1, 24, n)
    when = np.arange(0, 27, 3)
    after = np.maximum(when - coming[:, None], 0)
    score = 40 + level[:, None] + pace[:, None] * when + effect * after + random.normal(0, 4, (n, 9))
    leaves = random.random((n, 9)) < 0.05 + 0.5 * (score > 50)
    last = np.where(leaves.any(axis=1), leaves.argmax(axis=1), 8)
    until = when[last] + 2
    person, months = np.repeat(np.arange(n), 9), np.tile(when, n)
    table = {"person": person, "months": months, "score": np.rint(score).astype(int).ravel()}
    return {
        "table": some(table, months <= until[person]),
        "placements": {
            "person": np.arange(n),
            "start": np.zeros(n, dtype=int),
            "responsible": np.where(coming <= until, coming, np.nan),
        },
        "stays": {
            "person": np.arange(n),
            "months": until,
            "reason": np.where(leaves.any(axis=1), "ordinary_job", ""),
        },
    }


def asked(world: dict[str, Any], **more: Any) -> Answer:
    tables = {"placements": world["placements"], "stays": world["stays"]}
    return responsibility(world["table"], "score", **{**tables, **more})


def test_responsibility_that_does_nothing_is_told_so_though_the_naive_comparison_says_otherwise() -> None:
    world = placed()
    answer = asked(world)
    ever = ~np.isnan(world["placements"]["responsible"])
    moved = answer.landmarks[0]
    table = world["table"]
    naive = ols(
        {**table, "ever": ever[table["person"]].astype(int), "x": table["months"] * ever[table["person"]]},
        "score",
        ["months", "ever", "x"],
        cluster="person",
    )
    assert naive.coefficients["x"].high < -0.1
    assert near(answer.effect, 0)
    assert isinstance(moved.ancova, RegressionFit)
    assert near(moved.ancova.coefficients["responsible"], 0)
    assert {Caveat.STAFF_CHOSE, Caveat.LANDMARK, Caveat.EXITS_COMPETE} <= set(answer.caveats)


def test_responsibility_that_does_something_is_found_from_its_month_on() -> None:
    answer = asked(placed(effect=0.5))
    assert near(answer.effect, 0.5)
    assert told(answer.effect).low > 0.2
    assert answer.figure("4d", "pace").value == answer.effect
    world = placed(effect=0.5)
    later = asked({**world, "table": some(world["table"], world["table"]["months"] > 0)})
    assert answer.from_second == model(later)
    lines = {(line["part"], line["name"]): line for line in answer.to_table().to_pylist()}
    jobs = told(answer.landmarks[0].jobs["responsible", 6])
    line = lines["landmark 6", "responsible: job within 6"]
    assert (line["value"], line["se"], line["state"]) == (
        float(f"{jobs.value:.3g}"),
        float(f"{jobs.se:.3g}"),
        "shown",
    )
    tipping = answer.landmarks[0].tipping
    assert isinstance(tipping, Tipping)
    tips = lines["landmark 6 tipping", "alike: tips at"]
    nearest = tipping.alike.tips_at
    assert tips["state"] == ("shown" if nearest else "not_reached")
    assert tips["value"] == (float(f"{nearest:.3g}") if nearest else None)


# --- trap: positive work experience varies over time ---------------------------------------------------------------


def at_work(n: int = 300, *, lasting: float = 0.0, same_day: float = 0.0) -> Columns:
    """Health, ability and work at five waves: `lasting` is what work before one wave adds at the next, `same_day` how
    a good day shows as work."""
    random = np.random.default_rng(4)
    person, months = np.repeat(np.arange(n), 5), np.tile([0, 3, 6, 9, 12], n)
    mood = random.normal(0, 6, 5 * n)
    work = (random.normal(0, 1, 5 * n) + same_day * mood / 6 > 0.5).astype(int)
    was = np.where(months > 0, np.roll(work, 1), 0)
    level = random.normal(50, 8, n)[person]
    health = np.rint(level + mood + lasting * was).astype(int)
    ability = np.rint(level + random.normal(0, 8, 5 * n)).astype(int)
    return {"person": person, "months": months, "health": health, "ability": ability, "work": work}


def test_work_is_lagged_so_that_a_good_day_is_not_taken_for_its_fruit() -> None:
    answer = experienced_health(at_work(same_day=2.0), "health", "ability", "work")
    table = at_work(same_day=2.0)
    assert told(ols(table, "health", ["work"], cluster="person").coefficients["work"]).low > 3
    assert near(answer.effect, 0)
    found = experienced_health(at_work(lasting=4.0), "health", "ability", "work")
    assert near(found.effect, 4.0)
    assert told(found.effect).low > 2
    assert near(found.figure("5b", "ability: model").value, 0)


# --- trap: exits compete -------------------------------------------------------------------------------------------


def test_a_first_goal_competes_with_leaving() -> None:
    random = np.random.default_rng(2)
    days = random.integers(1, 200, 200)
    became = random.choice(["goal", "ordinary_job", ""], 200)
    goals = {"person": np.arange(200), "days": days, "became": became}
    answer = own_goals(people(), "score", "exposed", first_goals=goals)
    curve = cumulative_incidence({**goals, "why": became}, "days", "why")["goal"]
    naive = kaplan_meier({"days": days, "goal": np.where(became == "goal", 1, 0)}, "days", "goal").only
    for day in (30, 90, 180):
        ours = told(answer.figure("2b", f"first_goal_by_{day}").value)
        assert (ours.value, ours.se) == curve.at(day)
        assert ours.value < 1 - naive.at(day)[0]
    assert Caveat.EXITS_COMPETE in answer.caveats
    all_but_four = {**goals, "days": np.full(200, 10), "became": np.where(np.arange(200) < 196, "goal", "")}
    answer = own_goals(people(), "score", "exposed", first_goals=all_but_four)
    assert answer.figure("2b", "first_goal_by_30").value is WITHHELD


# --- what changes nothing ------------------------------------------------------------------------------------------


def test_the_order_of_rows_and_the_names_of_people_change_nothing() -> None:
    table = people(gone=0.2)
    renamed = {**shuffled(table), "exit": None}
    renamed["exit"] = np.where(shuffled(table)["exit"] == "ordinary_job", "a job", "")
    renamed["person"] = np.array([f"p{(7 * one) % 300:03}" for one in renamed["person"]])
    renamed["caseworker"] = np.array([f"c{(3 * one) % 10}" for one in renamed["caseworker"]])
    named = {"covariates": ["age"], "caseworker": "caseworker", "exit_reason": "exit"}
    one, other = (own_barriers(this, "score", "exposed", **named).to_table().to_pydict() for this in (table, renamed))  # type: ignore[arg-type]
    other["name"] = [name.replace("a job", "ordinary_job") for name in other["name"]]
    assert one == other


def test_every_kind_of_table_gives_the_same() -> None:
    world = placed(200, effect=0.5)
    plain = asked(world).to_table()
    world["placements"]["responsible"] = np.where(
        np.isnan(world["placements"]["responsible"]), None, world["placements"]["responsible"]
    )
    arrow = {
        name: pyarrow.table({key: list(column) for key, column in table.items()}) for name, table in world.items()
    }
    assert asked(arrow).to_table() == plain
    assert asked({name: pandas.DataFrame(table) for name, table in world.items()}).to_table() == plain


def test_a_landmark_knows_nothing_of_what_comes_later() -> None:
    """Responsibility after month 6 may come whenever it will; and no answer before the last by month 6 counts."""
    world = placed()
    marks = asked(world, landmarks=[6]).landmarks[0]
    later = {**world, "placements": dict(world["placements"])}
    got = world["placements"]["responsible"]
    later["placements"]["responsible"] = np.where(got > 6, np.minimum(got + 3, world["stays"]["months"]), got)
    assert asked(later, landmarks=[6]).landmarks[0] == marks
    early = {**world, "table": dict(world["table"])}
    early["table"]["score"] = np.where(world["table"]["months"] < 6, 0, world["table"]["score"])
    assert asked(early, landmarks=[6]).landmarks[0] == marks
