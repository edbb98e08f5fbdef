"""Small numbers in the hypotheses: 20 persons, 5 caseworkers, nothing by subtraction; and data that cannot answer."""

from typing import Any

import numpy as np
import pytest

from progression import errors
from progression.descriptive import Summary
from progression.disclosure import WITHHELD
from progression.hypotheses import (
    Answer,
    Caveat,
    Middle,
    Unsaid,
    experienced_health,
    own_barriers,
    own_goals,
    responsibility,
    trust,
)
from progression.results import Estimate
from tests.progression.made_up import Columns, people, some

MANY = np.arange(40)


def figures(answer: Answer) -> list[object]:
    return [answer.effect, answer.from_second, answer.ancova, answer.tipping, answer.distribution]


def test_nothing_is_told_of_nineteen_and_the_mark_is_no_number() -> None:
    answer = trust(
        people(19),
        "score",
        "exposed",
        exit_reason="exit",
        people={"person": np.arange(19), "changes": 1 - np.arange(19) % 2},
    )
    assert figures(answer) == [WITHHELD] * 5
    assert (answer.n.persons, answer.n.rows) == (WITHHELD, WITHHELD)
    assert {one.change for one in answer.groups.values()} == {WITHHELD}
    assert answer.figure("1a", "changes").value is WITHHELD
    assert Caveat.WITHHELD in answer.caveats
    lines = answer.to_table().to_pylist()
    assert {line["state"] for line in lines} == {"withheld", "not_given"}
    assert {line[part] for line in lines for part in ("value", "se", "low", "high", "p", "persons")} == {None}


def test_of_forty_in_two_halves_everything_is_told() -> None:
    answer = trust(people(40), "score", "exposed")
    assert isinstance(answer.effect, Estimate)
    assert [one.persons for one in answer.groups.values()] == [20, 20]


@pytest.mark.parametrize(("caseworkers", "told"), [(4, False), (5, True)])
def test_four_caseworkers_are_too_few_and_five_are_not(caseworkers: int, told: bool) -> None:
    answer = trust(people(200, caseworkers=caseworkers), "score", "exposed", caseworker="caseworker")
    assert (answer.effect is not WITHHELD) is told
    assert answer.n.caseworkers == (caseworkers if told else WITHHELD)
    assert Caveat.NO_CASEWORKERS not in answer.caveats
    assert Caveat.NO_CASEWORKERS in trust(people(200), "score", "exposed").caveats
    beside = {"person": MANY, "changes": MANY % 2}
    for whose, missing in (({}, True), ({"caseworker": MANY % 8}, False)):
        named = trust(people(200), "score", "exposed", caseworker="caseworker", people={**beside, **whose})
        assert (Caveat.NO_CASEWORKERS in named.caveats) is missing


def test_points_of_people_with_four_caseworkers_are_withheld() -> None:
    table = people(200)
    for caseworkers, told in ((4, False), (5, True)):
        beside = {"person": MANY, "changes": MANY % 2, "caseworker": MANY % caseworkers}
        answer = trust(table, "score", "exposed", caseworker="caseworker", people=beside)
        assert (answer.figure("1a", "changes").value is not WITHHELD) is told


def exposed(*groups: int) -> Columns:
    """So many people with the exposure 0, 1, 2 …"""
    table = people(sum(groups), gone=0.0)
    return {**table, "exposed": np.repeat(np.arange(len(groups)), groups)[table["person"]]}


def test_a_small_group_takes_the_next_with_it_so_that_it_cannot_be_worked_out() -> None:
    groups = trust(exposed(50, 30, 5), "score", "exposed").groups
    assert [one.persons for one in groups.values()] == [50, WITHHELD, WITHHELD]
    assert [one.change is WITHHELD for one in groups.values()] == [False, True, True]
    both = trust(exposed(50, 12, 9), "score", "exposed").groups
    assert [one.persons for one in both.values()] == [50, WITHHELD, WITHHELD]


def test_a_coefficient_rests_on_those_who_differ_from_most() -> None:
    assert trust(exposed(100, 19), "score", "exposed").effect is WITHHELD
    assert isinstance(trust(exposed(100, 20), "score", "exposed").effect, Estimate)
    table = people(100)
    rare = {**table, "rare": (table["person"] < 19).astype(int)}
    assert trust(rare, "score", "exposed", covariates=["rare"]).effect is WITHHELD


def test_a_distribution_would_tell_of_four_and_is_withheld() -> None:
    assert trust(exposed(100, 4), "score", "exposed").distribution is WITHHELD
    shown = trust(exposed(100, 5), "score", "exposed").distribution
    assert isinstance(shown, Summary)
    assert (shown.n, shown.mean.value) == (105, 5 / 105)  # type: ignore[union-attr]


def test_a_model_that_is_a_table_in_disguise_is_withheld() -> None:
    """Two months and two groups are four means, and the model has four effects."""
    table = people(100)
    two = some(table, (table["months"] == 0) | (table["months"] == 12))
    assert trust(two, "score", "exposed", slope=False).effect is WITHHELD
    three = some(table, table["months"] != 3)
    assert isinstance(trust(three, "score", "exposed", slope=False).effect, Estimate)


@pytest.mark.parametrize(("yes", "told"), [(4, False), (5, True), (35, True), (36, False)])
def test_a_share_needs_five_on_either_side(yes: int, told: bool) -> None:
    asked = {"person": MANY, "direct": (yes > MANY).astype(int)}
    one = trust(people(60), "score", "exposed", people=asked).figure("1b", "direct")
    assert (one.value is not WITHHELD) is told


def test_a_table_has_three_digits_and_people_by_fives() -> None:
    lines = trust(people(303), "score", "exposed").to_table().to_pylist()
    shown = [line for line in lines if line["state"] == "shown"]
    assert {line["persons"] for line in shown if line["part"] == "model"} == {305}
    assert all(float(f"{line['value']:.3g}") == line["value"] for line in shown if line["value"] is not None)


def test_waits_of_a_few_are_withheld_and_a_half_that_is_not_reached_is_said_so() -> None:
    def hours(n: int, replied: int) -> Columns:
        return {"person": np.arange(n), "hours": np.full(n, 3), "replied": (np.arange(n) < replied).astype(int)}

    few, rare, never = (
        trust(people(60), "score", "exposed", contacts=table) for table in (hours(19, 10), hours(40, 4), hours(40, 6))
    )
    for answer in (few, rare):
        assert answer.figure("1c", "hours_to_reply").value is WITHHELD
        assert answer.figure("1b", "answered").value is WITHHELD
    assert never.figure("1c", "hours_to_reply").value == Middle(None, None, None)
    (line,) = (line for line in never.to_table().to_pylist() if line["name"] == "hours_to_reply")
    assert (line["value"], line["state"]) == (None, "not_reached")


def test_every_caveat_has_a_sentence_of_its_own() -> None:
    assert len({caveat.sentence for caveat in Caveat}) == len(Caveat)
    assert all(caveat.sentence.endswith(".") for caveat in Caveat)


# --- data that cannot answer ---------------------------------------------------------------------------------------


def test_two_waves_leave_the_model_from_the_second_unanswered_and_the_rest_stands() -> None:
    table = people(100)
    two = some(
        table, (table["months"] == 0) | (table["months"] == 12) | ((table["months"] == 6) & (table["person"] < 30))
    )
    answer = trust(two, "score", "exposed", slope=False)
    assert isinstance(answer.effect, Estimate)
    answer = trust(some(table, table["months"] < 6), "score", "exposed", slope=False)
    assert answer.from_second in (WITHHELD, Unsaid.NOT_ANSWERED)


ASSESSMENTS = people(40)


def test_rows_without_a_caseworker_are_left_out_and_counted() -> None:
    table = people(100)
    table["caseworker"] = np.where(np.arange(500) < 7, None, table["caseworker"])
    answer = trust(table, "score", "exposed", caseworker="caseworker")
    assert (answer.n.rows, answer.missing.left_out, answer.missing.by_column) == (493, 7, {"caseworker": 7})


STAYS = {"person": MANY, "months": np.full(40, 13), "reason": np.full(40, "")}
PLACED = {"person": MANY, "start": np.full(40, 2), "responsible": np.full(40, 4)}


def refused(kind: type[errors.BadInput], call: Any, *args: Any, **more: Any) -> errors.BadInput:
    with pytest.raises(kind) as caught:
        call(*args, **more)
    return caught.value


def test_bad_assessments_are_named_by_column_and_row() -> None:
    changing = {**ASSESSMENTS, "exposed": np.where(np.arange(200) == 7, 5, ASSESSMENTS["exposed"])}
    found = refused(errors.ChangesWithin, trust, changing, "score", "exposed")
    assert (found.column, found.row, "lagged=True" in str(found)) == ("exposed", 8, True)
    twice = {**ASSESSMENTS, "months": np.where(np.arange(200) == 1, 0, ASSESSMENTS["months"])}
    assert refused(errors.DuplicatedOccasion, own_goals, twice, "score", "exposed").row == 2
    assert refused(errors.UnknownColumn, own_barriers, ASSESSMENTS, "score", "nothing").column == "nothing"
    text = {**ASSESSMENTS, "score": ["high"] * 200}
    assert refused(errors.NotANumber, trust, text, "score", "exposed").row == 1
    assert refused(errors.NotSeparable, trust, ASSESSMENTS, "score", "score").column == "score"
    same = refused(errors.NotSeparable, experienced_health, ASSESSMENTS, "score", "score", "exposed")
    assert same.column == "score"
    moving = {**ASSESSMENTS, "exit": np.where(np.arange(200) == 3, "moved", "")}
    assert refused(errors.ChangesWithin, trust, moving, "score", "exposed", exit_reason="exit").row == 4
    assert refused(errors.BadInput, trust, ASSESSMENTS, "score", "exposed", cuts=[]).column is None
    alike = {**ASSESSMENTS, "exposed": np.ones(200)}
    assert refused(errors.NotSeparable, trust, alike, "score", "exposed").column == "exposed"
    ours = {**ASSESSMENTS, "gap": ASSESSMENTS["age"]}
    assert refused(errors.BadInput, trust, ours, "score", "exposed", covariates=["gap"]).column == "gap"
    nobody = {**ASSESSMENTS, "score": np.full(200, np.nan)}
    assert refused(errors.TooFew, trust, nobody, "score", "exposed").column is None


def test_bad_records_are_named_by_column_and_row() -> None:
    more = {"person": MANY, "main_days": np.full(40, 10), "enrolled_days": np.where(MANY == 5, 9, 10)}
    found = refused(errors.OffTheScale, trust, ASSESSMENTS, "score", "exposed", people=more)
    assert str(found) == "Column 'main_days', row 6: 10 is more than column 'enrolled_days' has, 9."
    twice = {"person": np.append(MANY, 3), "changes": np.zeros(41)}
    assert refused(errors.DuplicatedOccasion, trust, ASSESSMENTS, "score", "exposed", people=twice).row == 41
    below = {"person": MANY, "changes": np.where(MANY == 2, -1, 0)}
    assert refused(errors.OffTheScale, trust, ASSESSMENTS, "score", "exposed", people=below).row == 3
    slow = {"person": MANY, "replied": np.ones(40)}
    assert refused(errors.UnknownColumn, trust, ASSESSMENTS, "score", "exposed", contacts=slow).column == "hours"
    assert (
        refused(
            errors.UnknownColumn,
            own_goals,
            ASSESSMENTS,
            "score",
            "exposed",
            first_goals={"person": MANY, "became": MANY},
        ).column
        == "days"
    )
    back = {"person": MANY, "days": np.where(MANY == 1, -2, 4), "became": np.full(40, "goal")}
    assert refused(errors.NegativeDuration, own_goals, ASSESSMENTS, "score", "exposed", first_goals=back).row == 2
    both = {"person": MANY, "named": np.zeros(40), "by_both": (MANY == 4).astype(int)}
    assert refused(errors.OffTheScale, own_barriers, ASSESSMENTS, "score", "exposed", people=both).row == 5


@pytest.mark.parametrize(
    ("kind", "more", "row"),
    [
        (errors.OffTheScale, {"placements": {**PLACED, "start": np.where(MANY == 3, 14, 2)}}, 4),
        (errors.OffTheScale, {"placements": {**PLACED, "responsible": np.where(MANY == 6, 1, 4)}}, 7),
        (errors.OffTheScale, {"placements": {**PLACED, "responsible": np.where(MANY == 7, 20, 4)}}, 8),
        (errors.BadInput, {"placements": {**PLACED, "person": MANY + 1}}, 40),
        (errors.BadInput, {"stays": {name: column[:39] for name, column in STAYS.items()}}, 40),
        (errors.OffTheScale, {"stays": {**STAYS, "months": np.where(MANY == 9, np.nan, 13)}}, 10),
        (errors.BadInput, {"placements": {"person": MANY, "start": MANY}}, None),
        (errors.BadInput, {"stays": {"person": MANY, "reason": MANY}}, None),
        (errors.BadInput, {"landmarks": []}, None),
        (errors.BadInput, {"lagged": True}, None),
        (errors.ImmortalTime, {"window": 90}, None),
    ],
)
def test_dates_that_cannot_be_are_refused(kind: type[errors.BadInput], more: Any, row: int | None) -> None:
    tables = {"placements": PLACED, "stays": STAYS}
    found = refused(kind, responsibility, ASSESSMENTS, "score", **{**tables, **more})
    assert found.row == row


def test_the_window_around_a_day_that_staff_chose_is_refused_in_words() -> None:
    found = refused(
        errors.ImmortalTime, responsibility, ASSESSMENTS, "score", placements=PLACED, stays=STAYS, window=90
    )
    assert "A window of 90 days before and after is no effect" in str(found)
