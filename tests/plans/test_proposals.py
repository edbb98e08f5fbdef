"""Bo proposes, Amina decides: nothing before her yes, in his words or in hers, and both are named."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room
from bordenden.plans import actions, queries
from bordenden.plans.models import Chosen, Decision, Goal, Plan, Proposal, SmallStep, Statement
from bordenden.plans.words import DecisionAbout, GoalKind, ProposalAnswer, StatementKind, StepOwner
from bordenden.post.models import Letter
from bordenden.post.words import Kind, State
from tests.cast import MONDAY, Cast
from tests.plans.test_choosing import offer_in

LATER = MONDAY + timedelta(hours=1)
YES, OWN, NO = ProposalAnswer.ACCEPTED, ProposalAnswer.REWORDED, ProposalAnswer.REJECTED


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Amina's plan, with a dream on it."""
    plan = actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)
    dream = StatementKind.DREAM
    actions.say(plan=plan, kind=dream, words="Arbejde med børn", version=0, by=cast.amina, at=MONDAY)
    return plan


def propose(cast: Cast, plan: Plan, words: str, about: DecisionAbout = DecisionAbout.GOAL) -> Proposal:
    return actions.propose(
        plan=plan,
        about=about,
        words=words,
        form_key=uuid4(),
        by=cast.bo,
        at=MONDAY,
        goal_kind=GoalKind.EDUCATION if about == DecisionAbout.GOAL else None,
    )


def letters(proposal: Proposal) -> list[tuple[object, str]]:
    rows = Letter.objects.filter(thing=proposal.pk, kind=Kind.PROPOSAL).order_by("pk")
    return [(row.person, row.state) for row in rows]


@pytest.mark.requirement("R84")
@pytest.mark.requirement("R128")
def test_amina_says_yes_in_her_own_words_and_both_are_named(cast: Cast, plan: Plan) -> None:
    proposal = propose(cast, plan, "En uddannelse som pædagog")
    assert (Goal.objects.count(), letters(proposal)) == (0, [(cast.amina.pk, State.WAITING)])
    said = "Se, om jeg kan blive pædagogmedhjælper"
    for _sent_twice in range(2):
        actions.answer_proposal(proposal=proposal, answer=OWN, words=said, by=cast.amina, at=LATER)
    goal, decision = Goal.objects.get(), Decision.objects.get()
    proposal.refresh_from_db()
    assert (goal.words, goal.kind, goal.pk) == (said, GoalKind.EDUCATION, proposal.made)
    assert (decision.proposed_by, decision.proposed_side) == (cast.bo, StepOwner.COORDINATOR)
    assert (decision.decided_by, decision.decided_side) == (cast.amina, StepOwner.CITIZEN)
    assert (decision.about, decision.thing, decision.proposal) == (DecisionAbout.GOAL, goal.pk, proposal)
    assert (decision.statement.words, proposal.answer_words, proposal.words) == (
        "Arbejde med børn",
        said,
        "En uddannelse som pædagog",
    )
    assert letters(proposal) == [(cast.amina.pk, State.CANCELLED)]


def test_a_no_needs_no_reason_and_makes_nothing(cast: Cast, plan: Plan) -> None:
    proposal = propose(cast, plan, "Gå til samtalegruppe", DecisionAbout.STEP)
    actions.answer_proposal(proposal=proposal, answer=NO, by=cast.amina, at=LATER)
    assert (SmallStep.objects.count(), Decision.objects.count(), queries.waiting_for_her(plan=plan)) == (0, 0, [])
    with pytest.raises(NotPossible):
        actions.answer_proposal(proposal=proposal, answer=YES, by=cast.amina, at=LATER)


def test_a_step_to_ease_something_hard_is_set_with_it_when_she_says_yes(cast: Cast, plan: Plan) -> None:
    hard = actions.set_barrier(plan=plan, words="Breve", form_key=uuid4(), by=cast.amina, at=MONDAY)
    pathways.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY)
    proposal = actions.propose(
        plan=plan,
        about=DecisionAbout.STEP,
        words="Læse brevet sammen",
        form_key=uuid4(),
        by=cast.mie,
        at=MONDAY,
        barrier=hard,
        owner=StepOwner.MENTOR,
    )
    actions.answer_proposal(proposal=proposal, answer=YES, by=cast.amina, at=LATER)
    step, decision = SmallStep.objects.get(), Decision.objects.get()
    assert (step.words, step.owner, step.barrier) == ("Læse brevet sammen", StepOwner.MENTOR, hard)
    assert (decision.about, decision.proposed_side) == (DecisionAbout.STEP, StepOwner.MENTOR)


def test_a_possibility_is_hers_to_choose_with_her_own_reason(cast: Cast, plan: Plan) -> None:
    walks = offer_in(cast.fjordby)
    proposal = actions.propose(
        plan=plan,
        about=DecisionAbout.OFFER,
        words="Gåholdet om tirsdagen",
        form_key=uuid4(),
        by=cast.bo,
        at=MONDAY,
        offer=walks,
    )
    assert Chosen.objects.count() == 0
    actions.answer_proposal(proposal=proposal, answer=OWN, words="For at få luft", by=cast.amina, at=LATER)
    chosen, decision = Chosen.objects.get(), Decision.objects.get()
    assert (chosen.offer, chosen.why, chosen.chosen_by) == (walks, "For at få luft", cast.amina)
    assert (decision.about, decision.thing, decision.proposed_by, decision.decided_by) == (
        DecisionAbout.OFFER,
        chosen.pk,
        cast.bo,
        cast.amina,
    )


def test_what_her_municipality_does_not_offer_is_not_proposed(cast: Cast, plan: Plan) -> None:
    for about, offer in ((DecisionAbout.OFFER, offer_in(cast.niels.municipality)), (DecisionAbout.OFFER, None)):
        with pytest.raises(NotPossible):
            actions.propose(
                plan=plan, about=about, words="Noget", form_key=uuid4(), by=cast.bo, at=MONDAY, offer=offer
            )
    assert Proposal.objects.count() == 0


@pytest.mark.requirement("R57")
def test_a_yes_asks_for_a_few_words_of_her_own_first_where_she_has_said_none(cast: Cast) -> None:
    plan = actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)
    proposal = propose(cast, plan, "Et job")
    with pytest.raises(NotPossible, match="med dine egne ord"):
        actions.answer_proposal(proposal=proposal, answer=YES, by=cast.amina, at=LATER)
    proposal.refresh_from_db()
    assert (Goal.objects.count(), Statement.objects.count(), proposal.answer) == (0, 0, "")
    actions.answer_proposal(proposal=proposal, answer=YES, own_words="Ro på", by=cast.amina, at=LATER)
    (decision,) = Decision.objects.all()
    assert (decision.statement.kind, decision.statement.words) == (StatementKind.WISH, "Ro på")


def test_bo_takes_back_his_own_while_she_has_not_answered(cast: Cast, plan: Plan) -> None:
    proposal = propose(cast, plan, "Et job")
    with pytest.raises(NotPossible):
        actions.take_back_proposal(proposal=proposal, by=cast.mie, at=LATER)
    actions.take_back_proposal(proposal=proposal, by=cast.bo, at=LATER)
    assert (queries.waiting_for_her(plan=plan), letters(proposal)) == ([], [(cast.amina.pk, State.CANCELLED)])
    with pytest.raises(NotPossible):
        actions.answer_proposal(proposal=proposal, answer=YES, by=cast.amina, at=LATER)
    answered = propose(cast, plan, "At sove")
    actions.answer_proposal(proposal=answered, answer=YES, by=cast.amina, at=LATER)
    with pytest.raises(NotPossible):
        actions.take_back_proposal(proposal=answered, by=cast.bo, at=LATER)


@pytest.mark.parametrize("name", ["amina", "ole", "sara", "birthe", "lis"])
def test_nobody_proposes_who_does_not_sit_beside_her(cast: Cast, plan: Plan, name: str) -> None:
    with pytest.raises(NotPossible):
        actions.propose(
            plan=plan,
            about=DecisionAbout.GOAL,
            words="Et job",
            form_key=uuid4(),
            by=getattr(cast, name),
            at=MONDAY,
        )
    assert propose(cast, plan, "Et job").proposed_by == cast.bo
    assert Proposal.objects.count() == 1
