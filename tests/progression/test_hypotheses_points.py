"""The measuring points by hand: 40 people with round numbers, and what is said of those that were not given."""

from typing import Any

import numpy as np
import pytest

from progression.disclosure import WITHHELD
from progression.hypotheses import Answer, Unsaid, experienced_health, own_barriers, own_goals, responsibility, trust
from progression.results import Estimate
from tests.progression.made_up import people

MANY = np.arange(40)
HALF = MANY % 2
TABLE = people(40)


def values(answer: Answer) -> dict[str, Any]:
    """Each figure by its point and name, estimates by their value."""
    return {
        f"{one.point} {one.name}": round(one.value.value, 6) if isinstance(one.value, Estimate) else one.value
        for one in answer.points
    }


def test_the_points_of_trust_1a_to_1f_are_those_counted_by_hand() -> None:
    """Everybody 200 days in; half of them with the same caseworker all the time, the others for half of it."""
    counted = {
        "person": MANY,
        "main_days": np.where(HALF, 200, 100),
        "enrolled_days": np.full(40, 200),
        "changes": 1 - HALF,
        "direct": (MANY % 4 > 0).astype(int),
        "meetings": 2 * HALF,
        "interventions": np.full(40, 4),
        "with_contact": 1 + 2 * HALF,
        "initiated": np.full(40, 8),
    }
    contacts = {
        "person": np.repeat(MANY, 2),
        "hours": np.tile([4, 16], 40),
        "replied": np.where(np.repeat(MANY, 2) % 4 == 3, 0, 1),
        "urgent": np.repeat(HALF, 2),
    }
    asked = {**TABLE, "trusted": np.tile([3, 4, 5, 6, 8], 40)}
    found = values(trust(asked, "score", "exposed", people=counted, contacts=contacts, trust_item="trusted"))
    assert found == {
        "1a days_with_main": 0.75,
        "1a changes": 0.5,
        "1b direct": 0.75,
        "1b answered": 0.75,
        "1c hours_to_reply": found["1c hours_to_reply"],
        # The ten without an answer: 4 hours are not over any deadline yet, 16 are over both; the 60 answered ones:
        # 4 hours are within both, 16 within neither.
        "1c within_deadline": round(30 / 70, 6),
        "1d meetings": 0.5,
        "1d with_contact": 0.5,
        "1e initiated": round(8 / 200 * 365.25 / 12, 6),
        "1f trust_first": 3.0,
        "1f trust_change": 5.0,
    }
    # Half wait longer than 4 hours: of the 80 waits 30 end at 4, and of the 40 at 16 that are left 30 end.
    assert found["1c hours_to_reply"].value == 16


@pytest.mark.requirement("R62")
def test_the_points_of_own_goals_2a_to_2e_are_those_counted_by_hand() -> None:
    counted = {
        "person": MANY,
        "goals": np.full(40, 4),
        "own_goals": np.where(MANY % 4, 2, 0),
        "active_own_goal": HALF,
        "enrolled_days": np.full(40, 100),
        "self_found": HALF,
        "network_used": 2 * HALF,
        "solved": 3 * HALF,
        "steps": np.full(40, 10),
        "own_steps_done": 2 + HALF,
    }
    first = {
        "person": MANY,
        "days": np.where(MANY % 4 == 0, 200, np.where(MANY % 4 == 1, 20, 60)),
        "became": np.where(MANY % 4 == 0, "", np.where(MANY % 4 == 3, "ordinary_job", "goal")),
    }
    found = values(own_goals(TABLE, "score", "exposed", people=counted, first_goals=first))
    assert found == {
        "2a own_words": 0.375,
        "2b active_own_goal": 0.5,
        "2b first_goal_by_30": 0.25,
        "2b first_goal_by_90": 0.5,
        "2b first_goal_by_180": 0.5,
        "2c self_found": 0.5,
        "2c network_used": 1.0,
        "2c solved": 1.5,
        "2d own_steps_done": 0.25,
        "2e no_clear_goal": 0.25,
    }


@pytest.mark.requirement("R63")
def test_the_points_of_own_barriers_3a_to_3e_are_those_counted_by_hand() -> None:
    counted = {
        "person": MANY,
        "named": 2 * HALF,
        "linked": HALF,
        "by_caseworker": np.full(40, 2),
        "by_both": HALF,
    }
    started = {
        "person": np.repeat(MANY, 2),
        "days": np.tile([10, 100], 40),
        "became": np.where(np.repeat(MANY, 2) % 4 == 0, "left_by_choice", "started"),
    }
    answer = own_barriers(TABLE, "score", "exposed", people=counted, barriers=started)
    assert values(answer) == {
        "3a named": 1.0,
        "3a names_some": 0.5,
        "3b linked": 0.5,
        "3c started_by_30": 0.375,
        "3c started_by_90": 0.375,
        "3c started_by_180": 0.75,
        # Of half of the people 2 + 2 − 1, of the others 0 + 2 − 0: 20 of 100.
        "3d overlap": 0.2,
    }
    # 3e is the outcome itself: the score of the linked parameter, by exposure and in the model.
    assert set(answer.groups) == {"0", "1"}
    assert answer.term == "months:exposed"


@pytest.mark.requirement("R64")
def test_the_points_of_responsibility_4a_to_4f_are_those_counted_by_hand() -> None:
    """Thirty of forty are placed from month 1; of them twenty get responsibility in month 5. All stay to month 13."""
    held = np.flatnonzero(MANY % 4)
    placements = {
        "person": held,
        "start": np.full(30, 1),
        "responsible": np.where(held % 4 == 1, np.nan, 5),
        "level": np.where(held % 4 == 1, 1, 2),
        "own_goal": (held % 4 == 3).astype(int),
        "found_by": np.where(held % 4 == 2, "citizen", "caseworker"),
    }
    reason = np.where(HALF, "ordinary_job", "")
    stays = {"person": MANY, "months": np.full(40, 13), "reason": reason, "wage_hours": np.where(HALF, 20, 0)}
    answer = responsibility(TABLE, "score", placements=placements, stays=stays)
    found = values(answer)
    assert found == {
        "4a placement": 0.75,
        "4b own_goal": round(10 / 30, 6),
        "4c observes": WITHHELD,
        # Nobody observes and nobody has an area: told beside the others that would be plain, so ten go with them.
        "4c guided_task": WITHHELD,
        "4c own_task": round(20 / 30, 6),
        "4c own_area": WITHHELD,
        "4c responsible_by_3": WITHHELD,
        "4c responsible_by_6": 0.5,
        "4c responsible_by_12": 0.5,
        "4d step": WITHHELD if answer.model is WITHHELD else found["4d step"],
        "4d pace": answer.effect if answer.effect is WITHHELD else round(answer.effect.value, 6),
        "4e found_by caseworker": round(20 / 30, 6),
        "4e found_by citizen": round(10 / 30, 6),
        "4f wage_hours": 20.0,
        "4f job_after_placement_by_3": WITHHELD,
        "4f job_after_placement_by_6": WITHHELD,
        "4f job_after_placement_by_12": round(20 / 30, 6),
    }


@pytest.mark.requirement("R65")
def test_the_points_of_experienced_health_5a_to_5c_are_those_counted_by_hand() -> None:
    """Health and ability go up together at the first wave and against one another at the second; a good experience
    before the second is followed by 2 more in health at the third, none by 1 less."""
    table = {
        "person": np.repeat(MANY, 3),
        "months": np.tile([0, 3, 6], 40),
        "health": np.column_stack([MANY, MANY, MANY + np.where(HALF, 2, -1)]).ravel(),
        "ability": np.column_stack([MANY, 50 - MANY, np.zeros(40, dtype=int)]).ravel(),
        "work": np.column_stack([np.zeros(40, dtype=int), HALF, np.zeros(40, dtype=int)]).ravel(),
    }
    counted = {"person": MANY, "experiences": 4 * HALF, "positive": 1 + HALF - (1 - HALF)}
    found = values(experienced_health(table, "health", "ability", "work", people=counted, slope=False))
    assert found == {
        "5a wave_1": 1.0,
        "5a wave_2": -1.0,
        "5a wave_3": Unsaid.NOT_ANSWERED,
        "5b health: without": -1.0,
        "5b health: with": 2.0,
        "5b health: model": found["5b health: model"],
        "5b ability: without": found["5b ability: without"],
        "5b ability: with": found["5b ability: with"],
        "5b ability: model": found["5b ability: model"],
        "5c some_experience": 0.5,
        "5c judged_positive": 0.5,
    }


def test_what_was_not_given_is_said_so_and_is_no_nothing() -> None:
    bare = trust(TABLE, "score", "exposed", people={"person": MANY, "changes": HALF})
    assert {one.value for one in bare.points if one.name != "changes"} == {Unsaid.NOT_GIVEN}
    assert values(bare)["1a changes"] == 0.5
    lines = bare.to_table().to_pylist()
    (line,) = (line for line in lines if line["name"] == "hours_to_reply")
    assert (line["value"], line["persons"], line["state"]) == (None, None, "not_given")
