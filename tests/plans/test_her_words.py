"""No sequence of what others do changes a word of hers: the gate refuses, and past it the actions do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
from django.db import transaction
from django.http import Http404
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bordenden.access import acts, gate
from bordenden.access.viewer import Viewer
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.pathways import actions as pathways
from bordenden.pathways.queries import at_the_head
from bordenden.pathways.words import Room
from bordenden.people.models import Person
from bordenden.plans import actions
from bordenden.plans.models import (
    Barrier,
    Chosen,
    Comment,
    ContactAgreement,
    Decision,
    Goal,
    GoalMark,
    Penned,
    Plan,
    PlanVersion,
    Proposal,
    RealismCheck,
    SmallStep,
    Statement,
    StepMark,
    Wording,
)
from bordenden.plans.words import DecisionAbout, PennedAs, ProposalAnswer, StatementKind, StepOwner
from tests.cast import MONDAY, Cast
from tests.plans.staff_deeds import STAFF_DEEDS, may_at_all, open_to_staff

Deed = Callable[[Viewer, Plan, str], object]
OTHERS = ("bo", "birthe", "mie", "sara", "ole", "lis", "niels", "karim", "eva", "stine")
ACCEPTED = ProposalAnswer.ACCEPTED


def say(viewer: Viewer, plan: Plan, words: str) -> object:
    held = gate.reach_to_write(viewer, acts.STATEMENT_WRITE, plan.pk, at=MONDAY)
    return actions.say(plan=held, kind=StatementKind.PROBLEM, words=words, version=1, by=viewer.person, at=MONDAY)


def say_past_the_gate(viewer: Viewer, plan: Plan, words: str) -> object:
    return actions.say(plan=plan, kind=StatementKind.PROBLEM, words=words, version=1, by=viewer.person, at=MONDAY)


def set_goal(viewer: Viewer, plan: Plan, words: str) -> object:
    held = gate.reach_to_write(viewer, acts.GOAL_SET, plan.pk, at=MONDAY)
    return actions.set_goal(plan=held, words=words, form_key=uuid4(), by=viewer.person, at=MONDAY)


def reword_goal(viewer: Viewer, plan: Plan, words: str) -> object:
    goal = Goal.objects.filter(plan=plan).order_by("set_at")[0]
    held = gate.reach_to_write(viewer, acts.GOAL_REWORD, goal.pk, at=MONDAY)
    return actions.reword_goal(goal=held, words=words, version=goal.version, by=viewer.person, at=MONDAY)


def reword_past_the_gate(viewer: Viewer, plan: Plan, words: str) -> object:
    goal = Goal.objects.filter(plan=plan).order_by("set_at")[0]
    return actions.reword_goal(goal=goal, words=words, version=goal.version, by=viewer.person, at=MONDAY)


def set_step(viewer: Viewer, plan: Plan, words: str) -> object:
    held = gate.reach_to_write(viewer, acts.STEP_SET, plan.pk, at=MONDAY)
    return actions.set_step(plan=held, words=words, form_key=uuid4(), by=viewer.person, at=MONDAY)


def mark_step(viewer: Viewer, plan: Plan, words: str) -> object:
    step = SmallStep.objects.filter(plan=plan).order_by("set_at")[0]
    held = gate.reach_to_write(viewer, acts.STEP_MARK, step.pk, at=MONDAY)
    return actions.mark_step(step=held, done=True, reflection=words, by=viewer.person, at=MONDAY)


def comment(viewer: Viewer, plan: Plan, words: str) -> object:
    held = gate.reach_to_write(viewer, acts.STATEMENT_COMMENT, plan.pk, at=MONDAY)
    return actions.comment(
        plan=held, kind=StatementKind.PROBLEM, words=words, form_key=uuid4(), by=viewer.person, at=MONDAY
    )


def propose(viewer: Viewer, plan: Plan, words: str) -> object:
    held = gate.reach_to_write(viewer, acts.PROPOSAL_MAKE, plan.pk, at=MONDAY)
    about = DecisionAbout.GOAL if len(words) % 2 else DecisionAbout.STEP
    return actions.propose(plan=held, about=about, words=words, form_key=uuid4(), by=viewer.person, at=MONDAY)


def answer_for_her(viewer: Viewer, plan: Plan, words: str) -> object:
    open_one = Proposal.objects.filter(plan=plan, answer="").order_by("pk")[0]
    return actions.answer_proposal(proposal=open_one, answer=ACCEPTED, by=viewer.person, at=MONDAY)


def hold_the_pen(viewer: Viewer, plan: Plan, words: str) -> object:
    held = gate.reach_to_write(viewer, acts.PLAN_PEN, plan.pk, at=MONDAY)
    (head,) = at_the_head(table=held.table, at=MONDAY)
    return actions.write_for_her(
        plan=held,
        what=PennedAs.STATEMENT,
        kind=StatementKind.PROBLEM,
        words=words,
        form_key=uuid4(),
        by=head,
        pen=viewer.person,
        at=MONDAY,
    )


def confirm_for_her(viewer: Viewer, plan: Plan, words: str) -> object:
    waits = Penned.objects.filter(plan=plan, answer="").order_by("pk")[0]
    return actions.confirm_penned(penned=waits, words=words, version=1, by=viewer.person, at=MONDAY)


def say_yes_on_paper(viewer: Viewer, plan: Plan, words: str) -> object:
    """Over words of hers, past the gate."""
    waits = Penned.objects.filter(plan=plan, answer="", kind=StatementKind.PROBLEM).order_by("pk").first()
    if waits is None:
        raise NotPossible
    return actions.confirm_on_paper(penned=waits, by=viewer.person, at=MONDAY)


def set_hers_past_the_gate(viewer: Viewer, plan: Plan, words: str) -> object:
    return actions.set_step(plan=plan, words=words, form_key=uuid4(), by=viewer.person, at=MONDAY)


def mark_hers_past_the_gate(viewer: Viewer, plan: Plan, words: str) -> object:
    step = SmallStep.objects.filter(plan=plan, owner=StepOwner.CITIZEN, done_at=None).order_by("set_at")[0]
    return actions.mark_step(step=step, done=True, reflection=words, by=viewer.person, at=MONDAY)


def ease(viewer: Viewer, plan: Plan, words: str) -> object:
    hard = Barrier.objects.filter(plan=plan, eased_at=None).order_by("set_at")[0]
    return actions.ease_barrier(barrier=hard, eased=True, by=viewer.person, at=MONDAY)


def reword_hard(viewer: Viewer, plan: Plan, words: str) -> object:
    hard = Barrier.objects.filter(plan=plan).order_by("set_at")[0]
    return actions.reword_barrier(barrier=hard, words=words, version=1, by=viewer.person, at=MONDAY)


# What somebody beside her may do, and who; everything else is refused to everybody.
OPEN_TO: dict[Deed, set[str]] = {comment: {"bo", "mie"}, propose: {"bo", "mie"}, hold_the_pen: {"bo"}}
DEEDS: tuple[Deed, ...] = (
    say,
    say_past_the_gate,
    set_goal,
    reword_goal,
    reword_past_the_gate,
    set_step,
    mark_step,
    comment,
    propose,
    answer_for_her,
    hold_the_pen,
    confirm_for_her,
    say_yes_on_paper,
    set_hers_past_the_gate,
    mark_hers_past_the_gate,
    ease,
    reword_hard,
    *STAFF_DEEDS,
)


# What is hers of something she chose, and of a version she said yes to; the rest says where it stands.
OF_A_CHOICE = ("pk", "offer", "words", "why", "area", "position", "tempo", "chosen_by", "outcome", "outcome_words")
OF_A_VERSION = ("pk", "number", "content")


def hers(plan: Plan) -> list[object]:
    """Every row of hers, whole."""
    kinds = (Statement, Goal, Wording, GoalMark, RealismCheck, Barrier, ContactAgreement)
    return [
        *(row for kind in kinds for row in kind._default_manager.order_by("pk").values()),
        *SmallStep.objects.filter(owner=StepOwner.CITIZEN).order_by("pk").values(),
        *StepMark.objects.filter(step__owner=StepOwner.CITIZEN).order_by("pk").values(),
        *Chosen.objects.order_by("pk").values(*OF_A_CHOICE),
        *Proposal.objects.exclude(answer="").order_by("pk").values(),
        *Decision.objects.filter(decided_side=StepOwner.CITIZEN).order_by("pk").values(),
        *PlanVersion.objects.filter(status__in=("agreed", "superseded"), noted_by=None)
        .order_by("pk")
        .values(*OF_A_VERSION),
    ]


@contextmanager
def undone() -> Iterator[None]:
    """What one example did is gone before the next."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def attempt(deed: Deed, person: Person, plan: Plan, words: str) -> bool:
    """Whether the house let it happen."""
    try:
        with transaction.atomic():
            deed(Viewer(person), plan, words)
    except (Http404, NotPossible, Stale):
        return False
    return True


@pytest.mark.requirement("R1")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    tried=st.lists(
        st.tuples(st.sampled_from(DEEDS), st.sampled_from(OTHERS), st.text("abcæøå ", min_size=1, max_size=20)),
        min_size=1,
        max_size=12,
    )
)
def test_no_sequence_of_staff_actions_changes_a_citizens_statement(
    story: Cast, tried: list[tuple[Deed, str, str]]
) -> None:
    with undone():
        pathways.open_room(seat=story.mies_seat, room=Room.PLAN, by=story.amina, at=MONDAY)
        plan = Plan.objects.get(table=story.aminas_table)
        before, comments = hers(plan), Comment.objects.count()
        let = [attempt(deed, getattr(story, name), plan, words) for deed, name, words in tried]
        for (deed, name, words), was_let in zip(tried, let, strict=True):
            if deed in STAFF_DEEDS:
                assert not was_let or name in may_at_all(deed)
            else:
                assert was_let == (name in OPEN_TO.get(deed, ()) and bool(words.strip()))
        assert hers(plan) == before
        done = [one for one, was_let in zip(tried, let, strict=True) if was_let]
        said = {(name, words.strip()) for deed, name, words in done if deed is comment}
        assert Comment.objects.count() == comments + len(said)


def test_each_thing_staff_may_do_on_a_plan_is_done_and_leaves_every_word_of_hers(story: Cast) -> None:
    """The sequences above are not silent refusals: by Bo each of them is really done once."""
    plan = Plan.objects.get(table=story.aminas_table)
    before = hers(plan)
    let = {deed.__name__: attempt(deed, story.bo, plan, "Noget fra Bo") for deed in STAFF_DEEDS}
    assert [name for name, was_let in let.items() if not was_let] == []
    assert hers(plan) == before


def test_every_act_on_a_plan_that_is_open_to_somebody_beside_her_is_among_the_deeds_tried() -> None:
    tried = {*STAFF_DEEDS.values(), acts.STATEMENT_COMMENT, acts.PROPOSAL_MAKE, acts.PLAN_PEN, acts.PENNED_PAPER}
    assert {act.code for act in open_to_staff() ^ tried} == set()
