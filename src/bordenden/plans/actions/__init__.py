"""All that writes about plans: what she says, what others say beside it, her goals, small steps, and versions."""

from bordenden.plans.actions.changing_kind import change_kind
from bordenden.plans.actions.deciding import decide
from bordenden.plans.actions.goals import reword_goal, set_goal
from bordenden.plans.actions.laying_out import checked, lay_out
from bordenden.plans.actions.reminding import remind_of_handovers
from bordenden.plans.actions.saying import begin, comment, say
from bordenden.plans.actions.steps import mark_step, set_step
from bordenden.plans.actions.versions import agree, hand_over, make_draft, note_paper

__all__ = [
    "agree",
    "begin",
    "change_kind",
    "checked",
    "comment",
    "decide",
    "hand_over",
    "lay_out",
    "make_draft",
    "mark_step",
    "note_paper",
    "remind_of_handovers",
    "reword_goal",
    "say",
    "set_goal",
    "set_step",
]
