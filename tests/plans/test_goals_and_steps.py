"""Goals reached and let go, what makes it hard, whose step is whose, and what is missing before the plan is agreed."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bordenden.foundation.rules import NotPossible, Stale
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room
from bordenden.plans import actions, queries
from bordenden.plans.actions import Around, Tags
from bordenden.plans.models import Barrier, Decision, Goal, Plan, SmallStep, Statement
from bordenden.plans.words import (
    SPOKEN,
    DecisionAbout,
    GoalChange,
    GoalKind,
    Horizon,
    Lacks,
    LifeArea,
    PennedAs,
    StatementKind,
    StepOwner,
    TaskType,
)
from tests.cast import MONDAY, Cast

LATER = MONDAY + timedelta(hours=1)


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Amina's plan, with nothing on it."""
    return actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)


def a_goal(cast: Cast, plan: Plan, words: str = "Et arbejde", tags: Tags = Tags()) -> Goal:  # noqa: B008
    return actions.set_goal(plan=plan, words=words, form_key=uuid4(), by=cast.amina, at=MONDAY, tags=tags)


def a_step(cast: Cast, plan: Plan, words: str, by: str = "amina", **given: object) -> SmallStep:
    return actions.set_step(
        plan=plan,
        words=words,
        form_key=uuid4(),
        by=getattr(cast, by),
        at=MONDAY,
        **given,  # type: ignore[arg-type]
    )


def hard(cast: Cast, plan: Plan, words: str, area: LifeArea | None = None) -> Barrier:
    return actions.set_barrier(plan=plan, words=words, form_key=uuid4(), by=cast.amina, at=MONDAY, area=area)


@pytest.mark.requirement("R33")
def test_a_goal_of_years_is_as_good_as_any_and_a_step_needs_no_day(cast: Cast, plan: Plan) -> None:
    goal = a_goal(cast, plan, tags=Tags(GoalKind.EDUCATION, LifeArea.EDUCATION, Horizon.YEARS))
    step = a_step(cast, plan, "Se på skolens side", goal=goal)
    assert (goal.horizon, goal.kind, step.due_on) == (Horizon.YEARS, GoalKind.EDUCATION, None)


def test_what_happens_to_a_goal_is_kept_and_letting_go_is_a_decision(cast: Cast, plan: Plan) -> None:
    goal = a_goal(cast, plan)
    for _again in range(2):
        actions.reach_goal(goal=goal, reached=True, by=cast.amina, at=LATER)
    actions.reach_goal(goal=goal, reached=False, by=cast.amina, at=LATER)
    actions.let_go_of_goal(goal=goal, let_go=True, by=cast.amina, at=LATER + timedelta(hours=1))
    with pytest.raises(NotPossible):
        actions.let_go_of_goal(goal=goal, let_go=False, by=cast.bo, at=LATER)
    changes = {mark.change for mark in queries.goal_marks(goal=goal)}
    assert changes == {GoalChange.REACHED, GoalChange.NOT_REACHED, GoalChange.LET_GO}
    assert list(Decision.objects.values_list("about", flat=True)) == [DecisionAbout.GOAL] * 2


@pytest.mark.requirement("R35")
def test_amina_says_herself_how_sure_she_is_of_a_skill_and_what_it_takes(cast: Cast, plan: Plan) -> None:
    skill = a_goal(cast, plan, "Læse højt", Tags(GoalKind.SKILL))
    a_step(cast, plan, "Låne to bøger", goal=skill)
    for days, (sure, takes) in enumerate([(3, "At jeg øver mig"), (7, "")]):
        at = MONDAY + timedelta(days=days)
        actions.check_goal(goal=skill, sure=sure, takes=takes, form_key=uuid4(), by=cast.amina, at=at)
    with pytest.raises(NotPossible):
        actions.check_goal(goal=skill, sure=1, takes="", form_key=uuid4(), by=cast.bo, at=LATER)
    assert [(row.sure, row.takes) for row in queries.checks(goal=skill)] == [(7, ""), (3, "At jeg øver mig")]
    assert [step.words for step in queries.steps(plan=plan) if step.goal == skill] == ["Låne to bøger"]


@pytest.mark.requirement("R44")
def test_several_things_make_it_hard_each_of_its_part_of_life(cast: Cast, plan: Plan) -> None:
    sleep = hard(cast, plan, "Jeg sover dårligt", LifeArea.HEALTH)
    letters = hard(cast, plan, "Breve", LifeArea.ECONOMY)
    with pytest.raises(NotPossible):
        actions.reword_barrier(barrier=sleep, words="Dovenskab", version=1, by=cast.bo, at=LATER)
    actions.reword_barrier(
        barrier=sleep, words="Jeg vågner hver time", version=1, by=cast.amina, at=LATER, area=LifeArea.HEALTH
    )
    with pytest.raises(Stale):
        actions.reword_barrier(barrier=sleep, words="Andet", version=1, by=cast.amina, at=LATER)
    actions.ease_barrier(barrier=sleep, eased=True, by=cast.amina, at=LATER)
    assert [(one.words, one.area, one.version) for one in queries.hard_things(plan=plan)] == [
        ("Breve", LifeArea.ECONOMY, 1),
        ("Jeg vågner hver time", LifeArea.HEALTH, 2),
    ]
    actions.ease_barrier(barrier=sleep, eased=False, by=cast.amina, at=LATER)
    actions.let_go_of_barrier(barrier=letters, by=cast.amina, at=LATER)
    assert [one.barrier.eased_at for one in queries.hard_things(plan=plan)] == [None]
    assert [row.words for row in queries.barrier_wordings(barrier=sleep)] == [
        "Jeg vågner hver time",
        "Jeg sover dårligt",
    ]


@pytest.mark.requirement("R32")
@pytest.mark.requirement("R58")
@pytest.mark.requirement("R90")
def test_a_step_is_hers_unless_said_and_has_owner_helper_and_part_of_life(cast: Cast, plan: Plan) -> None:
    thing = hard(cast, plan, "Breve")
    alone = a_step(cast, plan, "Gå en tur")
    around = Around(StepOwner.COORDINATOR, LifeArea.FAMILY, (MONDAY + timedelta(days=9)).date(), thing)
    helped = a_step(cast, plan, "Læse brevet", around=around)
    assert (alone.owner, alone.supported_by, alone.area) == (StepOwner.CITIZEN, "", "")
    assert (helped.owner, helped.supported_by, helped.area, helped.barrier) == (
        StepOwner.CITIZEN,
        StepOwner.COORDINATOR,
        LifeArea.FAMILY,
        thing,
    )


@pytest.mark.requirement("R161")
def test_bo_promises_steps_of_his_own_kind_and_marks_only_those(cast: Cast, plan: Plan) -> None:
    hers = a_step(cast, plan, "Gå en tur")
    kinds = [TaskType.PLAN, TaskType.GOAL, TaskType.CHOOSE, TaskType.MOTIVATE, TaskType.DEMAND]
    his = [
        a_step(cast, plan, f"Opgave {kind}", "bo", owner=StepOwner.COORDINATOR, around=Around(task_type=kind))
        for kind in kinds
    ]
    assert [step.task_type for step in his] == kinds
    with pytest.raises(NotPossible):
        a_step(cast, plan, "Søge ti job", "bo")
    with pytest.raises(NotPossible):
        a_step(cast, plan, "Gå en tur til", around=Around(task_type=TaskType.DEMAND))
    with pytest.raises(NotPossible):
        actions.mark_step(step=hers, done=True, by=cast.bo, at=LATER)
    assert actions.mark_step(step=his[0], done=True, by=cast.bo, at=LATER).done_at == LATER


@pytest.mark.requirement("R31")
def test_the_shares_of_steps_that_are_hers_and_that_she_has_done(cast: Cast, plan: Plan) -> None:
    assert (queries.shares_of(plan=plan).steps, queries.shares_of(plan=plan).done) == (0, 0)
    mine = [a_step(cast, plan, f"Skridt {number}") for number in range(4)]
    a_step(cast, plan, "Ringe", "bo", owner=StepOwner.COORDINATOR)
    actions.mark_step(step=mine[0], done=True, by=cast.amina, at=LATER)
    actions.let_go_of_step(step=mine[3], let_go=True, by=cast.amina, at=LATER)
    shares = queries.shares_of(plan=plan)
    assert (shares.steps, shares.her_steps, shares.done, shares.done_by_her) == (4, 3, 1, 1)


def test_who_wants_help_waits_for_bo_unless_the_mentor_is_to_help(cast: Cast, plan: Plan) -> None:
    pathways.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY)
    letter = a_step(cast, plan, "Læse brevet")
    bus = a_step(cast, plan, "Finde bussen", around=Around(StepOwner.MENTOR))
    done = a_step(cast, plan, "Gå en tur")
    for step in (letter, bus, done):
        actions.want_help(step=step, wanted=True, by=cast.amina, at=LATER)
    actions.mark_step(step=done, done=True, by=cast.amina, at=LATER)
    assert list(queries.help_wanted(steps=SmallStep.objects.all())) == [letter]
    with pytest.raises(NotPossible):
        actions.want_help(step=done, wanted=True, by=cast.amina, at=LATER)


@pytest.mark.requirement("R119")
def test_her_own_view_of_the_problem_and_her_wish_come_before_the_plan_is_agreed(cast: Cast, plan: Plan) -> None:
    def missing() -> set[Lacks]:
        return {Lacks.PROBLEM, Lacks.WISH} & set(queries.missing_before_agreeing(plan=plan, at=MONDAY))

    def say(kind: StatementKind, words: str, version: int) -> None:
        actions.say(plan=plan, kind=kind, words=words, version=version, by=cast.amina, at=MONDAY)

    typed = actions.write_for_her(
        plan=plan,
        what=PennedAs.STATEMENT,
        kind=StatementKind.PROBLEM,
        words="Jeg sover dårligt",
        form_key=uuid4(),
        by=cast.amina,
        pen=cast.bo,
        at=MONDAY,
    )
    say(StatementKind.DREAM, "En have", 0)
    assert missing() == {Lacks.PROBLEM}
    actions.confirm_penned(penned=typed, words=typed.words, version=0, by=cast.amina, at=MONDAY)
    assert missing() == set()
    say(StatementKind.DREAM, "", 1)
    assert missing() == {Lacks.WISH}


@pytest.mark.requirement("R76")
@pytest.mark.requirement("R83")
def test_dreams_wishes_and_a_theme_are_hers_to_word_and_none_has_to_be_said(cast: Cast, plan: Plan) -> None:
    for kind in SPOKEN:
        actions.say(plan=plan, kind=kind, words=f"Mine ord om {kind}", version=0, by=cast.amina, at=MONDAY)
        with pytest.raises(NotPossible):
            actions.say(plan=plan, kind=kind, words="En sag for sig", version=1, by=cast.bo, at=LATER)
    assert {StatementKind.DREAM, StatementKind.WISH, StatementKind.THEME} <= set(SPOKEN)
    assert list(Statement.objects.values_list("written_by", flat=True).distinct().order_by()) == [cast.amina.pk]
