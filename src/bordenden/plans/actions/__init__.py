"""All that writes about plans: what she says, what others say beside it, goals, steps, and what she has chosen."""

from bordenden.plans.actions.around import move_contact, put_back_contact, set_contact, take_off_contact
from bordenden.plans.actions.barriers import ease_barrier, let_go_of_barrier, reword_barrier, set_barrier
from bordenden.plans.actions.beginning import begin_with_hope
from bordenden.plans.actions.changing_kind import change_kind
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
from bordenden.plans.actions.contact_form import ContactForm, agree_contact, decline_contact, propose_contact
from bordenden.plans.actions.deciding import decide
from bordenden.plans.actions.ending import end_with_course, go_on_with_course
from bordenden.plans.actions.following_up import follow_up
from bordenden.plans.actions.goals import (
    Tags,
    check_goal,
    let_go_of_goal,
    reach_goal,
    reword_goal,
    set_goal,
    tag_goal,
)
from bordenden.plans.actions.keeping_offers import change_offer, withdraw_offer
from bordenden.plans.actions.laying_out import checked, lay_out
from bordenden.plans.actions.penning import confirm_on_paper, confirm_penned, refuse_penned, write_for_her
from bordenden.plans.actions.proposing import answer_proposal, propose, take_back_proposal
from bordenden.plans.actions.reminding import remind_of_handovers
from bordenden.plans.actions.saying import begin, comment, say, say_first
from bordenden.plans.actions.steps import Around, let_go_of_step, mark_step, set_step, want_help
from bordenden.plans.actions.together import (
    approve_part,
    note_guidance,
    note_team_advice,
    set_plan_rules,
    write_mentor_role,
)
from bordenden.plans.actions.versions import agree, hand_over, make_draft, note_paper

__all__ = [
    "Around",
    "ContactForm",
    "Tags",
    "agree",
    "agree_contact",
    "answer_proposal",
    "answer_request",
    "approve_part",
    "ask_for",
    "begin",
    "begin_chosen",
    "begin_with_hope",
    "change_kind",
    "change_offer",
    "check_goal",
    "checked",
    "comment",
    "complete_chosen",
    "confirm_on_paper",
    "confirm_penned",
    "decide",
    "decline_contact",
    "decline_place",
    "drop",
    "ease_barrier",
    "end_with_course",
    "follow",
    "follow_up",
    "give_what_is_free",
    "go_on_with_course",
    "hand_over",
    "lay_out",
    "leave_line",
    "let_be",
    "let_go",
    "let_go_of_barrier",
    "let_go_of_goal",
    "let_go_of_step",
    "make_draft",
    "mark_step",
    "move",
    "move_contact",
    "note_guidance",
    "note_paper",
    "note_team_advice",
    "pass_places_on",
    "propose",
    "propose_contact",
    "put_back_contact",
    "reach_goal",
    "refuse_penned",
    "remind_of_handovers",
    "reorder",
    "reword_barrier",
    "reword_goal",
    "say",
    "say_first",
    "say_outcome",
    "set_barrier",
    "set_contact",
    "set_goal",
    "set_plan_rules",
    "set_step",
    "set_tempo",
    "stand_in_line",
    "stop_chosen",
    "tag_goal",
    "take_back_proposal",
    "take_off_contact",
    "take_place",
    "want_help",
    "wish",
    "withdraw_offer",
    "write_complaint_guide",
    "write_for_her",
    "write_mentor_role",
]
