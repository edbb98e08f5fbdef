"""Reads of mentors."""

from bordenden.mentors.queries.agreements import (
    agreement_of,
    agreements_of,
    ending_soon,
    six_months_from,
    standing_agreement,
)
from bordenden.mentors.queries.notes import earlier_words, notes_at, notes_of
from bordenden.mentors.queries.profiles import (
    Choice,
    all_profiles,
    choices,
    profile_of,
    room_left,
    to_choose,
    without_profile,
)
from bordenden.mentors.queries.seated import (
    Mentoring,
    earlier_mentors,
    mentor_of,
    mentoring_of,
    never_offered,
    offered_figures,
    offering_of,
    offerings_of,
    parting_to_see,
    tables_mentored,
)
from bordenden.mentors.queries.waiting import not_chosen, not_written, to_offer, to_write_anew

__all__ = [
    "Choice",
    "Mentoring",
    "agreement_of",
    "agreements_of",
    "all_profiles",
    "choices",
    "earlier_mentors",
    "earlier_words",
    "ending_soon",
    "mentor_of",
    "mentoring_of",
    "never_offered",
    "not_chosen",
    "not_written",
    "notes_at",
    "notes_of",
    "offered_figures",
    "offering_of",
    "offerings_of",
    "parting_to_see",
    "profile_of",
    "room_left",
    "six_months_from",
    "standing_agreement",
    "tables_mentored",
    "to_choose",
    "to_offer",
    "to_write_anew",
    "without_profile",
]
