"""What the tests of the pages about mentors send, and a mentor of Fjordby's to begin with."""

from typing import Any

from bordenden.foundation.ids import new_id
from bordenden.mentors import actions
from bordenden.mentors.actions import Described
from bordenden.mentors.models import MentorProfile
from bordenden.mentors.words import Language, MentorFrom
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast

SAID: dict[str, Any] = {
    "comes_from": "peer",
    "about": "Jeg går med, når noget er nyt.",
    "background": "Har selv haft lang tid uden job.",
    "languages": ["da", "so"],
    "capacity": "3",
}


def described(cast: Cast, person: Person | None = None, *, capacity: int = 3, shown: bool = True) -> MentorProfile:
    """Mie's profile (or somebody else's), shown to citizens; Amina has Mie."""
    said = Described(MentorFrom.PEER, "Jeg går med, når noget er nyt.", (Language.DA, Language.SO), capacity)
    made = actions.open_profile(person=person or cast.mie, described=said, form_key=new_id(), by=cast.lis, at=MONDAY)
    return actions.show(profile=made, by=cast.lis, at=MONDAY) if shown else made
