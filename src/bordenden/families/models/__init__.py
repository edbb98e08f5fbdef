"""Tables of families: who is at the family's table, the parts, what is shared, and the common lines."""

from bordenden.families.models.circle import AgeRule, Consent, Family, Guardianship, Member
from bordenden.families.models.parts import Part, PartShare, PartWords, Undertaking

__all__ = [
    "AgeRule",
    "Consent",
    "Family",
    "Guardianship",
    "Member",
    "Part",
    "PartShare",
    "PartWords",
    "Undertaking",
]
