"""Writes about families: coming to the table and leaving it, the own words, who may read them, the common lines."""

from bordenden.families.actions.ages import set_ages
from bordenden.families.actions.consenting import give_consent, name_guardian, withdraw_consent
from bordenden.families.actions.lines import mark_line, set_family_goal, set_family_step
from bordenden.families.actions.presenting import each_presents
from bordenden.families.actions.sharing import close_part, open_part
from bordenden.families.actions.sitting import add_child, begin_family, invite, join, leave_family
from bordenden.families.actions.writing import write_part

__all__ = [
    "add_child",
    "begin_family",
    "close_part",
    "each_presents",
    "give_consent",
    "invite",
    "join",
    "leave_family",
    "mark_line",
    "name_guardian",
    "open_part",
    "set_ages",
    "set_family_goal",
    "set_family_step",
    "withdraw_consent",
    "write_part",
]
