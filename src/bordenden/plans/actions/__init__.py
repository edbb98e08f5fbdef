"""All that writes about plans: what she says, what others say beside it, goals, steps, and what she has chosen."""

from bordenden.plans.actions.choosing import drop, wish
from bordenden.plans.actions.choosing_after import answer_request, let_be, say_outcome, write_complaint_guide
from bordenden.plans.actions.choosing_line import (
    decline_place,
    give_what_is_free,
    leave_line,
    let_go,
    pass_places_on,
    stand_in_line,
    take_place,
)
from bordenden.plans.actions.choosing_order import move, reorder, set_tempo
from bordenden.plans.actions.choosing_status import ask_for, begin_chosen, complete_chosen, stop_chosen
from bordenden.plans.actions.choosing_steps import follow
"""All that writes about plans: what she says, what others say beside it, her goals, small steps, and versions."""

from bordenden.plans.actions.changing_kind import change_kind
from bordenden.plans.actions.deciding import decide
from bordenden.plans.actions.goals import reword_goal, set_goal
from bordenden.plans.actions.laying_out import checked, lay_out
from bordenden.plans.actions.reminding import remind_of_handovers
from bordenden.plans.actions.saying import begin, comment, say
from bordenden.plans.actions.steps import mark_step, set_step
from bordenden.plans.actions.withdrawing import withdraw_offer

__all__ = [
    "answer_request",
    "ask_for",
    "begin",
    "begin_chosen",
    "comment",
    "complete_chosen",
    "decide",
    "decline_place",
    "drop",
    "follow",
    "give_what_is_free",
    "leave_line",
    "let_be",
    "let_go",
    "mark_step",
    "move",
    "pass_places_on",
    "reorder",
    "reword_goal",
    "say",
    "say_outcome",
    "set_goal",
    "set_step",
    "set_tempo",
    "stand_in_line",
    "stop_chosen",
    "take_place",
    "wish",
    "withdraw_offer",
    "write_complaint_guide",
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
