"""Writes about mentors."""

from bordenden.mentors.actions.agreeing import Terms, say_yes, want_changes, write_agreement
from bordenden.mentors.actions.choosing import choose, leave_as_mentor, stop_with_mentor
from bordenden.mentors.actions.noting import reword_note, write_note
from bordenden.mentors.actions.offering import answer, offer, offer_to_all, offer_to_those_without
from bordenden.mentors.actions.parting import put_away
from bordenden.mentors.actions.profiles import Described, change_profile, hide, leaves, open_profile, show
from bordenden.mentors.actions.registering import Called, call_at, register_mentor
from bordenden.mentors.actions.timely import part_after_the_end, remind_of_ending

__all__ = [
    "Called",
    "Described",
    "Terms",
    "answer",
    "call_at",
    "change_profile",
    "choose",
    "hide",
    "leave_as_mentor",
    "leaves",
    "offer",
    "offer_to_all",
    "offer_to_those_without",
    "open_profile",
    "part_after_the_end",
    "put_away",
    "register_mentor",
    "remind_of_ending",
    "reword_note",
    "say_yes",
    "show",
    "stop_with_mentor",
    "want_changes",
    "write_agreement",
    "write_note",
]
