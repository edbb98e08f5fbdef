"""Reads about families: who is at the table, what a part says, who may read it, the common lines."""

from bordenden.families.queries.circle import (
    Sitting,
    ages_in,
    at_the_table,
    child_of,
    circle,
    consent_of,
    families_at,
    families_of,
    family_at,
    guardians_of,
    member_of,
)
from bordenden.families.queries.lines import lines
from bordenden.families.queries.parts import (
    Reader,
    Spoken,
    earlier,
    kept_parts,
    newest_words,
    part_for,
    reader_named,
    readers,
    spoken,
)

__all__ = [
    "Reader",
    "Sitting",
    "Spoken",
    "ages_in",
    "at_the_table",
    "child_of",
    "circle",
    "consent_of",
    "earlier",
    "families_at",
    "families_of",
    "family_at",
    "guardians_of",
    "kept_parts",
    "lines",
    "member_of",
    "newest_words",
    "part_for",
    "reader_named",
    "readers",
    "spoken",
]
