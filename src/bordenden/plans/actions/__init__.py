"""All that writes about plans: what she says, what others say and propose beside it, her goals, and small steps."""

from bordenden.plans.actions.barriers import ease_barrier, let_go_of_barrier, reword_barrier, set_barrier
from bordenden.plans.actions.deciding import decide
from bordenden.plans.actions.goals import (
    Tags,
    check_goal,
    let_go_of_goal,
    reach_goal,
    reword_goal,
    set_goal,
    tag_goal,
)
from bordenden.plans.actions.penning import confirm_on_paper, confirm_penned, refuse_penned, write_for_her
from bordenden.plans.actions.proposing import answer_proposal, propose, take_back_proposal
from bordenden.plans.actions.saying import begin, comment, say
from bordenden.plans.actions.steps import Around, let_go_of_step, mark_step, set_step, want_help

__all__ = [
    "Around",
    "Tags",
    "answer_proposal",
    "begin",
    "check_goal",
    "comment",
    "confirm_on_paper",
    "confirm_penned",
    "decide",
    "ease_barrier",
    "let_go_of_barrier",
    "let_go_of_goal",
    "let_go_of_step",
    "mark_step",
    "propose",
    "reach_goal",
    "refuse_penned",
    "reword_barrier",
    "reword_goal",
    "say",
    "set_barrier",
    "set_goal",
    "set_step",
    "tag_goal",
    "take_back_proposal",
    "want_help",
    "write_for_her",
]
