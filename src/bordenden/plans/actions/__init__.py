"""All that writes about plans: what she says, what others say beside it, her goals, and small steps."""

from bordenden.plans.actions.choosing import drop, wish
from bordenden.plans.actions.deciding import decide
from bordenden.plans.actions.goals import reword_goal, set_goal
from bordenden.plans.actions.saying import begin, comment, say
from bordenden.plans.actions.steps import mark_step, set_step
from bordenden.plans.actions.withdrawing import withdraw_offer

__all__ = [
    "begin",
    "comment",
    "decide",
    "drop",
    "mark_step",
    "reword_goal",
    "say",
    "set_goal",
    "set_step",
    "wish",
    "withdraw_offer",
]
