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
    taken_by,
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
    still_to_offer,
    tables_mentored,
)

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
    "still_to_offer",
    "tables_mentored",
    "taken_by",
    "to_choose",
    "without_profile",
]
