"""Tables of mentors: the profiles of a municipality, and what stands at a table about its mentor."""

from bordenden.mentors.models.profiles import MentorProfile
from bordenden.mentors.models.seated import (
    MentorAgreement,
    MentorNote,
    MentorNoteWording,
    MentorOffering,
    MentorParting,
)

__all__ = [
    "MentorAgreement",
    "MentorNote",
    "MentorNoteWording",
    "MentorOffering",
    "MentorParting",
    "MentorProfile",
]
