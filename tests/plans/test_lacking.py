"""What a plan lacks before she can agree to it: each thing alone, and nothing when all is there."""

from collections.abc import Callable
from typing import Any

import pytest

from bordenden.plans import queries
from bordenden.plans.words import Lacks
from bordenden.programmes.words import Track
from bordenden.web.parts.version_sample import sample
from tests.cast import MONDAY, Cast
from tests.plans.ready import aminas_plan, ready_plan

Content = dict[str, Any]


def without(content: Content, name: str) -> Content:
    return {**content, name: []}


def said(content: Content, *kinds: str, hard: bool = False) -> Content:
    barriers = content["barriers"] if hard else []
    return {
        **content,
        "barriers": barriers,
        "statements": [one for one in content["statements"] if one["kind"] in kinds],
    }


def nothing_described(content: Content) -> Content:
    return {**content, "chosen": [{**one, "about": ""} for one in content["chosen"]]}


def only_the_two(content: Content) -> Content:
    return {**content, "contacts": content["contacts"][:2]}


def mentor_without_role(content: Content) -> Content:
    return {**content, "mentor": {**content["mentor"], "does": "", "tasks": []}}


def no_hours(content: Content) -> Content:
    return {**content, "coordinator": {**content["coordinator"], "hours": ""}}


LACKING: list[tuple[Callable[[Content], Content], tuple[Lacks, ...]]] = [
    (lambda content: content, ()),
    (lambda content: said(content, "wish"), (Lacks.PROBLEM,)),
    (lambda content: said(content, "wish", hard=True), ()),
    (lambda content: said(content, "problem"), (Lacks.WISH,)),
    (lambda content: said(content, "problem", "dream"), ()),
    (lambda content: without(content, "goals"), (Lacks.GOAL,)),
    (lambda content: without(content, "chosen"), (Lacks.CHOSEN,)),
    (nothing_described, (Lacks.DESCRIBED,)),
    (only_the_two, (Lacks.CONTACTS,)),
    (mentor_without_role, (Lacks.MENTOR_ROLE,)),
    (lambda content: {**content, "mentor": None}, ()),
    (no_hours, (Lacks.PHONE,)),
    (lambda content: {**content, "coordinator": None}, (Lacks.PHONE,)),
]


@pytest.mark.requirement("R119", "R152", "R153", "R154", "R158")
@pytest.mark.parametrize(("changed", "lacks"), LACKING)
def test_each_thing_the_plan_must_hold_is_missed_by_itself(
    changed: Callable[[Content], Content], lacks: tuple[Lacks, ...]
) -> None:
    assert queries.missing_in(content=changed(sample())) == lacks


@pytest.mark.parametrize(
    ("track", "kind", "lacks"),
    [
        (Track.EDUCATION, "education", ()),
        (Track.EDUCATION, "job", (Lacks.GOAL,)),
        (Track.JOB, "job", ()),
        (Track.JOB, "education", ()),
        (Track.JOB, "own", (Lacks.GOAL,)),
        ("", "education", ()),
    ],
)
def test_the_track_says_which_goal_counts(track: str, kind: str, lacks: tuple[Lacks, ...]) -> None:
    content = sample()
    goals = [{**content["goals"][0], "kind": kind}]
    assert queries.missing_in(content={**content, "track": track, "goals": goals}) == lacks


def test_an_empty_plan_lacks_all_but_what_her_caseworker_has_seen_to(cast: Cast) -> None:
    every = set(Lacks) - {Lacks.PHONE, Lacks.DESCRIBED}
    assert set(queries.missing_before_agreeing(plan=aminas_plan(cast), at=MONDAY)) == every


def test_a_plan_with_all_of_it_lacks_nothing_until_bo_has_no_hours(cast: Cast) -> None:
    plan = ready_plan(cast)
    assert queries.missing_before_agreeing(plan=plan, at=MONDAY) == ()
    cast.bo.reachable = ""
    cast.bo.save(update_fields=["reachable"])
    assert queries.missing_before_agreeing(plan=plan, at=MONDAY) == (Lacks.PHONE,)
