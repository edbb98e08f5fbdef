"""What is written on a plan: her words stay hers, nothing is lost, nothing is doubled."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room
from bordenden.people.models import Person
from bordenden.plans import actions
from bordenden.plans.models import Comment, Decision, Goal, Plan, SmallStep, Statement, StepMark, Wording
from bordenden.plans.words import DecisionAbout, PlanKind, StatementKind, StepOwner
from tests.cast import MONDAY, Cast

LATER = MONDAY + timedelta(hours=1)
DREAM, PROBLEM, SOLUTION = StatementKind.DREAM, StatementKind.PROBLEM, StatementKind.SOLUTION
NOT_THE_HEAD = ("bo", "birthe", "mie", "sara", "ole", "lis", "niels", "karim", "eva", "stine")


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Amina's plan, with nothing on it."""
    return actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)


def say(cast: Cast, plan: Plan, words: str, version: int, kind: StatementKind = DREAM) -> Statement:
    return actions.say(plan=plan, kind=kind, words=words, version=version, by=cast.amina, at=MONDAY)


def written(act: str) -> int:
    return Entry.objects.filter(act=act, kind="write").count()


def test_a_table_has_one_plan_however_often_it_is_begun(cast: Cast, plan: Plan) -> None:
    assert actions.begin(table=cast.aminas_table, by=cast.amina, at=LATER) == plan
    assert (plan.begun_at, Plan.objects.filter(table=cast.aminas_table).count(), written("plan.begin")) == (
        MONDAY,
        1,
        1,
    )


def test_amina_says_it_in_her_own_words_and_says_it_again_differently(cast: Cast, plan: Plan) -> None:
    first = say(cast, plan, "  Jeg vil arbejde med børn.  ", 0)
    second = say(cast, plan, "Jeg vil arbejde i en børnehave.", 1)
    assert [(s.version, s.words, s.written_by) for s in (first, second)] == [
        (1, "Jeg vil arbejde med børn.", cast.amina),
        (2, "Jeg vil arbejde i en børnehave.", cast.amina),
    ]
    assert (first.table_id, first.municipality_id) == (cast.aminas_table.pk, cast.fjordby.pk)
    assert written("statement.write") == 2


def test_each_kind_of_words_has_its_own_versions(cast: Cast, plan: Plan) -> None:
    versions = [say(cast, plan, "Søvn", 0, kind).version for kind in StatementKind]
    assert versions == [1] * len(StatementKind)


def test_saying_the_same_twice_is_saying_it_once(cast: Cast, plan: Plan) -> None:
    first = say(cast, plan, "Ro om aftenen", 0)
    assert say(cast, plan, "Ro om aftenen ", 0) == first
    assert (Statement.objects.count(), written("statement.write")) == (1, 1)


def test_nothing_said_and_nothing_written_is_met_with_a_sentence(cast: Cast, plan: Plan) -> None:
    with pytest.raises(NotPossible, match="Skriv et par ord først"):
        say(cast, plan, "   ", 0)
    assert Statement.objects.count() == 0


def test_she_may_take_her_words_back_and_the_history_keeps_them(cast: Cast, plan: Plan) -> None:
    say(cast, plan, "Jeg sover dårligt.", 0, PROBLEM)
    say(cast, plan, "", 1, PROBLEM)
    assert list(Statement.objects.order_by("version").values_list("words", flat=True)) == ["Jeg sover dårligt.", ""]


def test_a_text_that_was_changed_in_between_is_not_written_over(cast: Cast, plan: Plan) -> None:
    say(cast, plan, "Fra telefonen", 0)
    with pytest.raises(Stale) as stale:
        say(cast, plan, "Fra computeren", 0)
    assert (stale.value.saved, stale.value.version) == ("Fra telefonen", 1)
    assert [s.words for s in Statement.objects.all()] == ["Fra telefonen"]
    assert say(cast, plan, "Fra telefonen og computeren", stale.value.version).version == 2


@pytest.mark.parametrize("name", NOT_THE_HEAD)
def test_nobody_else_can_write_her_words_or_goals_even_past_the_gate(cast: Cast, plan: Plan, name: str) -> None:
    goal = actions.set_goal(plan=plan, words="Et fleksjob", form_key=uuid4(), by=cast.amina, at=MONDAY)
    other: Person = getattr(cast, name)
    with pytest.raises(NotPossible):
        actions.say(plan=plan, kind=DREAM, words="Hun vil i praktik.", version=0, by=other, at=MONDAY)
    with pytest.raises(NotPossible):
        actions.set_goal(plan=plan, words="Praktik", form_key=uuid4(), by=other, at=MONDAY)
    with pytest.raises(NotPossible):
        actions.reword_goal(goal=goal, words="Praktik", version=1, by=other, at=MONDAY)
    goal.refresh_from_db()
    said = Statement.objects.values_list("kind", "words")
    assert (list(said), Goal.objects.count(), goal.words) == ([("goal", "Et fleksjob")], 1, "Et fleksjob")


def test_bo_writes_beside_her_words_and_they_stay_as_they_are(cast: Cast, plan: Plan) -> None:
    said = say(cast, plan, "Skolen tog pippet fra mig.", 0, PROBLEM)
    key = uuid4()
    for _sent_twice in range(2):
        beside = actions.comment(
            plan=plan, kind=PROBLEM, words="Tak, fordi du siger det.", form_key=key, by=cast.bo, at=LATER
        )
    said.refresh_from_db()
    assert (beside.written_by, beside.words, said.words) == (
        cast.bo,
        "Tak, fordi du siger det.",
        "Skolen tog pippet fra mig.",
    )
    assert (Comment.objects.count(), written("statement.comment")) == (1, 1)


def test_an_empty_comment_is_refused(cast: Cast, plan: Plan) -> None:
    with pytest.raises(NotPossible):
        actions.comment(plan=plan, kind=PROBLEM, words=" ", form_key=uuid4(), by=cast.bo, at=MONDAY)


def test_another_text_from_a_form_already_sent_is_neither_lost_nor_taken_for_the_first(
    cast: Cast, plan: Plan
) -> None:
    key = uuid4()
    actions.set_step(plan=plan, words="Ringe til lægen", form_key=key, by=cast.amina, at=MONDAY)
    with pytest.raises(NotPossible, match="Ringe til lægen"):
        actions.set_step(plan=plan, words="Ringe til Sara", form_key=key, by=cast.amina, at=LATER)
    actions.set_goal(plan=plan, words="Sove bedre", form_key=key, by=cast.amina, at=MONDAY)
    with pytest.raises(NotPossible, match="Sove bedre"):
        actions.set_goal(plan=plan, words="Et job", form_key=key, by=cast.amina, at=LATER)
    actions.comment(plan=plan, kind=DREAM, words="Godt.", form_key=key, by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible, match=r"Godt\."):
        actions.comment(plan=plan, kind=DREAM, words="Fint.", form_key=key, by=cast.bo, at=LATER)
    assert (SmallStep.objects.count(), Goal.objects.count(), Comment.objects.count()) == (1, 1, 1)


def test_a_goal_is_set_once_and_keeps_its_first_wording(cast: Cast, plan: Plan) -> None:
    key = uuid4()
    goals = [
        actions.set_goal(plan=plan, words="Et job", form_key=key, by=cast.amina, at=MONDAY) for _twice in range(2)
    ]
    assert goals[0] == goals[1]
    assert list(Wording.objects.values_list("version", "words")) == [(1, "Et job")]
    assert written("goal.set") == 1


def test_a_goal_in_other_words_keeps_every_earlier_wording(cast: Cast, plan: Plan) -> None:
    goal = actions.set_goal(plan=plan, words="Et job", form_key=uuid4(), by=cast.amina, at=MONDAY)
    again = actions.reword_goal(goal=goal, words="Et job i en børnehave", version=1, by=cast.amina, at=LATER)
    assert (again.words, again.version, again.set_at) == ("Et job i en børnehave", 2, MONDAY)
    kept = Wording.objects.order_by("version").values_list("version", "words", "written_by", "written_at")
    assert list(kept) == [
        (1, "Et job", cast.amina.pk, MONDAY),
        (2, "Et job i en børnehave", cast.amina.pk, LATER),
    ]
    assert actions.reword_goal(goal=again, words=again.words, version=1, by=cast.amina, at=LATER).version == 2
    with pytest.raises(Stale) as stale:
        actions.reword_goal(goal=goal, words="Et fleksjob", version=1, by=cast.amina, at=LATER)
    assert (stale.value.saved, stale.value.version) == ("Et job i en børnehave", 2)


def test_a_step_is_hers_unless_she_says_otherwise(cast: Cast, plan: Plan) -> None:
    goal = actions.set_goal(plan=plan, words="Sove bedre", form_key=uuid4(), by=cast.amina, at=MONDAY)
    key = uuid4()
    steps = [
        actions.set_step(plan=plan, words="Gå en tur", form_key=key, goal=goal, by=cast.amina, at=MONDAY)
        for _twice in range(2)
    ]
    assert steps[0] == steps[1]
    assert (steps[0].owner, steps[0].goal, steps[0].done_at) == (StepOwner.CITIZEN, goal, None)
    assert written("step.set") == 1


def test_a_step_cannot_belong_to_another_plans_goal(cast: Cast, plan: Plan) -> None:
    karims = actions.begin(table=cast.karims_table, by=cast.ole, at=MONDAY)
    goal = actions.set_goal(plan=karims, words="Karims mål", form_key=uuid4(), by=cast.karim, at=MONDAY)
    with pytest.raises(NotPossible):
        actions.set_step(plan=plan, words="Et skridt", form_key=uuid4(), goal=goal, by=cast.amina, at=MONDAY)
    assert SmallStep.objects.count() == 0


@pytest.mark.requirement("R89")
def test_a_step_is_marked_done_taken_back_and_done_again_and_each_mark_is_kept(cast: Cast, plan: Plan) -> None:
    step = actions.set_step(plan=plan, words="Ringe til Sara", form_key=uuid4(), by=cast.amina, at=MONDAY)
    for hour, (done, reflection) in enumerate([(True, "Det var rart."), (False, ""), (True, "Nu gik det.")]):
        at = MONDAY + timedelta(hours=hour)
        step = actions.mark_step(step=step, done=done, reflection=reflection, by=cast.amina, at=at)
    assert (step.done_at, step.reflection) == (MONDAY + timedelta(hours=2), "Nu gik det.")
    history = StepMark.objects.order_by("marked_at").values_list("done", "reflection", "marked_by", "marked_at")
    assert list(history) == [
        (True, "Det var rart.", cast.amina.pk, MONDAY),
        (False, "", cast.amina.pk, MONDAY + timedelta(hours=1)),
        (True, "Nu gik det.", cast.amina.pk, MONDAY + timedelta(hours=2)),
    ]


def test_two_tabs_marking_the_same_step_lose_no_reflection(cast: Cast, plan: Plan) -> None:
    step = actions.set_step(plan=plan, words="Ringe til Sara", form_key=uuid4(), by=cast.amina, at=MONDAY)

    def mark(reflection: str) -> SmallStep:
        return actions.mark_step(step=step, done=True, reflection=reflection, by=cast.amina, at=LATER)

    said = ["", "", "Det var rart.", "Det var rart.", "", "Men også svært."]
    assert [mark(reflection).reflection for reflection in said] == [
        "",
        "",
        "Det var rart.",
        "Det var rart.",
        "Det var rart.",
        "Men også svært.",
    ]
    kept = {mark.reflection for mark in StepMark.objects.all()}
    assert (StepMark.objects.count(), kept) == (3, {"", "Det var rart.", "Men også svært."})


def test_what_is_said_again_after_going_back_is_said_once_and_a_day_later_twice(cast: Cast, plan: Plan) -> None:
    """The back button shows the filled form under a new key; another day the same words are meant."""

    def say_all(at: datetime) -> tuple[int, int, int]:
        actions.set_goal(plan=plan, words="At sove bedre", form_key=uuid4(), by=cast.amina, at=at)
        actions.set_step(plan=plan, words="Gå en tur", form_key=uuid4(), by=cast.amina, at=at)
        actions.comment(plan=plan, kind=DREAM, words="Godt sagt.", form_key=uuid4(), by=cast.bo, at=at)
        return Goal.objects.count(), SmallStep.objects.count(), Comment.objects.count()

    assert say_all(MONDAY) == (1, 1, 1)
    assert say_all(MONDAY + timedelta(minutes=9)) == (1, 1, 1)
    assert (written("goal.set"), written("step.set"), written("statement.comment")) == (1, 1, 1)
    assert say_all(MONDAY + timedelta(days=1)) == (2, 2, 2)


def test_the_same_words_of_another_are_not_the_same(cast: Cast, plan: Plan) -> None:
    pathways.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY)
    for who in (cast.bo, cast.mie):
        actions.comment(plan=plan, kind=DREAM, words="Godt sagt.", form_key=uuid4(), by=who, at=MONDAY)
    assert Comment.objects.count() == 2


def test_a_decision_builds_on_her_newest_words_and_says_whose_idea_it_was(cast: Cast, plan: Plan) -> None:
    goal = actions.set_goal(plan=plan, words="Et arbejde", form_key=uuid4(), by=cast.amina, at=MONDAY)
    say(cast, plan, "Jeg vil gerne arbejde med børn.", 0, StatementKind.WISH)
    made = actions.decide(
        plan=plan, about=DecisionAbout.GOAL, thing=goal, by=cast.amina, proposed_by=cast.bo, at=MONDAY
    )
    assert (made.statement.words, made.proposed_side, made.decided_side) == (
        "Jeg vil gerne arbejde med børn.",
        StepOwner.COORDINATOR,
        StepOwner.CITIZEN,
    )
    assert (made.thing, made.proposed_by, made.decided_by) == (goal.pk, cast.bo, cast.amina)


@pytest.mark.requirement("R57")
def test_nothing_is_decided_before_she_has_said_anything(cast: Cast, plan: Plan) -> None:
    with pytest.raises(NotPossible):
        actions.decide(plan=plan, about=DecisionAbout.MENTOR, thing=cast.mies_seat, by=cast.amina, at=MONDAY)
    goal = actions.set_goal(plan=plan, words="Et arbejde", form_key=uuid4(), by=cast.amina, at=MONDAY)
    (decision,) = Decision.objects.filter(thing=goal.pk)
    assert (decision.statement.kind, decision.statement.words) == (StatementKind.GOAL, "Et arbejde")


def test_she_has_one_active_plan_and_a_familys_has_no_owner(cast: Cast, plan: Plan) -> None:
    second = pathways.lay_table(head=cast.amina, by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible):
        actions.begin(table=second, by=cast.bo, at=MONDAY)
    holms = actions.begin(table=cast.holms_table, by=cast.ole, at=MONDAY)
    assert (plan.owner, plan.kind, holms.owner, holms.kind) == (cast.amina, PlanKind.ONE, None, PlanKind.FAMILY)
