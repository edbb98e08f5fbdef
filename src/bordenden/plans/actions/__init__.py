"""All that writes about plans: her words and what stands beside them, goals, small steps, who stands around."""

from bordenden.plans.actions.around import move_contact, put_back_contact, set_contact, take_off_contact
from bordenden.plans.actions.contact_form import ContactForm, agree_contact, decline_contact, propose_contact
from bordenden.plans.actions.deciding import decide
from bordenden.plans.actions.following_up import follow_up
from bordenden.plans.actions.goals import reword_goal, set_goal
from bordenden.plans.actions.saying import begin, comment, say
from bordenden.plans.actions.steps import mark_step, set_step
from bordenden.plans.actions.together import (
    approve_part,
    note_guidance,
    note_team_advice,
    set_plan_rules,
    write_mentor_role,
)

__all__ = [
    "ContactForm",
    "agree_contact",
    "approve_part",
    "begin",
    "comment",
    "decide",
    "decline_contact",
    "follow_up",
    "mark_step",
    "move_contact",
    "note_guidance",
    "note_team_advice",
    "propose_contact",
    "put_back_contact",
    "reword_goal",
    "say",
    "set_contact",
    "set_goal",
    "set_plan_rules",
    "set_step",
    "take_off_contact",
    "write_mentor_role",
]
