"""The influence record: each decision with its thing, and shares that are counted, not guessed.

Setting a goal is a decision of hers by itself: two goals stand for two of those counted here.
"""

from bordenden.plans import actions, queries
from bordenden.plans.models import Plan
from bordenden.plans.queries import Shares
from bordenden.plans.words import DecisionAbout, GoalKind, StepOwner
from tests.cast import MONDAY, Cast
from tests.plans.ready import goal, ready_plan, step


def test_goals_steps_and_decisions_are_counted_by_whose_they_are(cast: Cast) -> None:
    plan = ready_plan(cast)
    second = goal(cast, plan, "At sove bedre", GoalKind.OWN)
    visit = plan.chosen.get()
    actions.decide(plan=plan, about=DecisionAbout.GOAL, thing=second, by=cast.amina, proposed_by=cast.bo, at=MONDAY)
    actions.decide(plan=plan, about=DecisionAbout.TEMPO, thing=visit, by=cast.amina, at=MONDAY)
    actions.decide(plan=plan, about=DecisionAbout.OFFER, thing=visit, by=cast.bo, at=MONDAY)
    walk = step(cast, plan, "Gå en tur", StepOwner.CITIZEN)
    actions.mark_step(step=walk, done=True, by=cast.amina, at=MONDAY)
    expected = Shares(
        goals=2,
        own_goals=1,
        decisions=5,
        her_decisions=4,
        her_proposals=3,
        steps=2,
        her_steps=1,
        done=1,
        done_by_her=1,
    )
    assert queries.shares_of(plan=plan) == expected
    assert queries.shares(plans=Plan.objects.all()) == expected
    assert queries.shares(plans=Plan.objects.none()) == Shares(0, 0, 0, 0, 0, 0, 0, 0, 0)


def test_what_each_decision_was_about_is_named(cast: Cast) -> None:
    plan = ready_plan(cast)
    for about, thing in ((DecisionAbout.GOAL, plan.goals.get()), (DecisionAbout.ORDER, plan.chosen.get())):
        actions.decide(plan=plan, about=about, thing=thing, by=cast.amina, at=MONDAY)
    rows = list(queries.decisions_of(plan=plan))
    named = queries.named_things(decisions=rows)
    assert {(row.about, named[row.thing]) for row in rows} == {
        ("goal", "Et arbejde med børn"),
        ("order", "Besøg i en børnehave"),
    }
