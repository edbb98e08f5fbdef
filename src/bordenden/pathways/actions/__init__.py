"""Writes about pathways, a file a theme: seats, substitutes, rooms, courses, and who hands on to whom."""

from bordenden.pathways.actions.courses import (
    NumberTaken,
    activate,
    activate_all,
    call_off,
    end_course,
    enrol,
    must_be_in_time,
    note_mentor_offered,
    note_mentors_offered,
)
from bordenden.pathways.actions.handing_on import HandedOn, change_coordinator, hand_on
from bordenden.pathways.actions.rooms import LONGEST_OPENING, USUAL_OPENING, close_room, move_end, open_room
from bordenden.pathways.actions.seats import end_substitution, in_office, lay_table, leave_seat, seat
from bordenden.pathways.actions.substitutes import FURTHEST_AWAY, LONGEST_AWAY, stand_in
from bordenden.pathways.actions.team import end_office, move_caseload

__all__ = [
    "FURTHEST_AWAY",
    "LONGEST_AWAY",
    "LONGEST_OPENING",
    "USUAL_OPENING",
    "HandedOn",
    "NumberTaken",
    "activate",
    "activate_all",
    "call_off",
    "change_coordinator",
    "close_room",
    "end_course",
    "end_office",
    "end_substitution",
    "enrol",
    "hand_on",
    "in_office",
    "lay_table",
    "leave_seat",
    "move_caseload",
    "move_end",
    "must_be_in_time",
    "note_mentor_offered",
    "note_mentors_offered",
    "open_room",
    "seat",
    "stand_in",
]
