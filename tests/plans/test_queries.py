"""What is read from a plan: her words as they stand, and the same number of queries for one step and for fifty."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bordenden.plans import actions, queries
from bordenden.plans.models import Plan, SmallStep
from bordenden.plans.words import SPOKEN, StatementKind
from tests.cast import MONDAY, Cast

DREAM, PROBLEM, SOLUTION = StatementKind.DREAM, StatementKind.PROBLEM, StatementKind.SOLUTION


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Amina's plan, with nothing on it."""
    return actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)


def a_step(cast: Cast, plan: Plan, words: str, minutes: int = 0) -> SmallStep:
    at = MONDAY + timedelta(minutes=minutes)
    return actions.set_step(plan=plan, words=words, form_key=uuid4(), by=cast.amina, at=at)


def test_a_table_without_a_plan_says_so(cast: Cast, plan: Plan) -> None:
    assert queries.plan_of(table=cast.karims_table) is None
    assert queries.plan_of(table=cast.aminas_table) == plan


def test_an_empty_plan_shows_every_kind_of_words_in_order_with_nothing_said(cast: Cast, plan: Plan) -> None:
    seen = queries.overview(plan=plan)
    assert [(said.kind, said.statement, said.words, said.comments) for said in seen.said] == [
        (kind, None, "", ()) for kind in SPOKEN
    ]
    assert (seen.plan, seen.goals, seen.hard) == (plan, (), ())


@pytest.mark.requirement("R81")
def test_what_counts_is_what_she_said_last_and_the_rest_is_its_history(cast: Cast, plan: Plan) -> None:
    for version, words in enumerate(["Et job", "Et job med børn"]):
        actions.say(plan=plan, kind=DREAM, words=words, version=version, by=cast.amina, at=MONDAY)
    actions.say(plan=plan, kind=PROBLEM, words="Jeg sover dårligt.", version=0, by=cast.amina, at=MONDAY)
    assert {said.kind: said.words for said in queries.overview(plan=plan).said if said.words} == {
        DREAM: "Et job med børn",
        PROBLEM: "Jeg sover dårligt.",
    }
    assert [(s.words, s.written_by) for s in queries.history(plan=plan, kind=DREAM)] == [
        ("Et job med børn", cast.amina),
        ("Et job", cast.amina),
    ]


def test_the_newest_three_comments_stand_beside_the_words_with_the_number_of_all(cast: Cast, plan: Plan) -> None:
    for number in range(5):
        at = MONDAY + timedelta(minutes=number)
        actions.comment(plan=plan, kind=DREAM, words=f"Nr. {number}", form_key=uuid4(), by=cast.bo, at=at)
    actions.comment(plan=plan, kind=SOLUTION, words="Ja!", form_key=uuid4(), by=cast.mie, at=MONDAY)
    said = {one.kind: one for one in queries.overview(plan=plan).said}
    dream, problem, solution = (said[kind] for kind in (DREAM, PROBLEM, SOLUTION))
    assert [c.words for c in dream.comments] == ["Nr. 4", "Nr. 3", "Nr. 2"]
    assert (dream.comments_in_all, problem.comments_in_all, solution.comments_in_all) == (5, 0, 1)
    assert [(c.words, c.who) for c in solution.comments] == [("Ja!", cast.mie.name)]
    assert [c.words for c in queries.comments_on(plan=plan, kind=DREAM)][-1] == "Nr. 0"


def test_another_tables_plan_never_shows_here(cast: Cast, plan: Plan) -> None:
    karims = actions.begin(table=cast.karims_table, by=cast.ole, at=MONDAY)
    actions.say(plan=karims, kind=DREAM, words="Karims drøm", version=0, by=cast.karim, at=MONDAY)
    actions.set_goal(plan=karims, words="Karims mål", form_key=uuid4(), by=cast.karim, at=MONDAY)
    actions.comment(plan=karims, kind=DREAM, words="Til Karim", form_key=uuid4(), by=cast.ole, at=MONDAY)
    actions.set_step(plan=karims, words="Karims skridt", form_key=uuid4(), by=cast.karim, at=MONDAY)
    seen = queries.overview(plan=plan)
    assert ([s.words for s in seen.said], [s.comments for s in seen.said], seen.goals) == (
        [""] * len(SPOKEN),
        [()] * len(SPOKEN),
        (),
    )
    assert list(queries.steps(plan=plan)) == []


def test_open_steps_come_first_newest_at_the_top_then_the_done_ones(cast: Cast, plan: Plan) -> None:
    walk, call, read, sleep = (a_step(cast, plan, words, n) for n, words in enumerate(["gå", "ring", "læs", "sov"]))
    actions.mark_step(step=call, done=True, by=cast.amina, at=MONDAY + timedelta(hours=1))
    actions.mark_step(step=sleep, done=True, by=cast.amina, at=MONDAY + timedelta(hours=2))
    assert list(queries.steps(plan=plan)) == [read, walk, sleep, call]


def test_the_history_of_a_goal_and_of_a_step_is_newest_first(cast: Cast, plan: Plan) -> None:
    goal = actions.set_goal(plan=plan, words="Et job", form_key=uuid4(), by=cast.amina, at=MONDAY)
    actions.reword_goal(goal=goal, words="Et fleksjob", version=1, by=cast.amina, at=MONDAY)
    assert [w.words for w in queries.wordings(goal=goal)] == ["Et fleksjob", "Et job"]
    step = a_step(cast, plan, "gå")
    for hour, done in enumerate([True, False]):
        actions.mark_step(step=step, done=done, by=cast.amina, at=MONDAY + timedelta(hours=hour))
    assert [m.done for m in queries.marks(step=step)] == [False, True]


def test_a_plan_costs_the_same_queries_whether_little_or_much_stands_on_it(cast: Cast, plan: Plan) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            seen = queries.overview(plan=plan)
            names = {comment.who for said in seen.said for comment in said.comments}
            goals = {step.goal for step in queries.steps(plan=plan)[:20]}
        assert names <= {"Bo Lund"}
        assert goals
        return len(asked)

    a_step(cast, plan, "gå")
    little = cost()
    for number in range(49):
        goal = actions.set_goal(plan=plan, words=f"Mål {number}", form_key=uuid4(), by=cast.amina, at=MONDAY)
        actions.set_step(plan=plan, words="x", form_key=uuid4(), goal=goal, by=cast.amina, at=MONDAY)
        actions.comment(plan=plan, kind=DREAM, words="Ja", form_key=uuid4(), by=cast.bo, at=MONDAY)
    assert (little, cost()) == (4, 4)
