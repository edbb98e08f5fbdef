"""All that writes about conversations: arranging, the agenda, the note, and what comes after."""

from bordenden.meetings.actions.afterwards import answer_self_check, mark_agreement, say_helped
from bordenden.meetings.actions.agenda import (
    draw_boundary,
    move_item,
    put_on_agenda,
    remove_item,
    take_back_boundary,
    withdraw_item,
)
from bordenden.meetings.actions.arranging import arrange, cancel
from bordenden.meetings.actions.laying import lay_file
from bordenden.meetings.actions.noting import Agreed, Said, note
from bordenden.meetings.actions.presenting import present_own_part, take_own_part_off

__all__ = [
    "Agreed",
    "Said",
    "answer_self_check",
    "arrange",
    "cancel",
    "draw_boundary",
    "lay_file",
    "mark_agreement",
    "move_item",
    "note",
    "present_own_part",
    "put_on_agenda",
    "remove_item",
    "say_helped",
    "take_back_boundary",
    "take_own_part_off",
    "withdraw_item",
]
