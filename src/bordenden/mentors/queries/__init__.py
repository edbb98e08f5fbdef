"""Reads of mentors."""

from bordenden.mentors.queries.agreements import (
    agreement_of,
    agreements_of,
    ending_soon,
    six_months_from,
    standing_agreement,
)
from bordenden.mentors.queries.asked import Asked, asked_columns, asked_in, asked_of_her
from bordenden.mentors.queries.notes import earlier_words, notes_at, notes_of, notes_with_wordings
from bordenden.mentors.queries.profiles import (
    Choice,
    all_profiles,
    choices,
    profile_of,
    room_left,
    to_choose,
    without_profile,
    without_room,
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

__all__ = [
    "Asked",
    "Choice",
    "Mentoring",
    "agreement_of",
    "agreements_of",
    "all_profiles",
    "asked_columns",
    "asked_in",
    "asked_of_her",
    "choices",
    "earlier_mentors",
    "earlier_words",
    "ending_soon",
    "mentor_of",
    "mentoring_of",
    "never_offered",
    "notes_at",
    "notes_of",
    "notes_with_wordings",
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
    "without_profile",
    "without_room",
]
