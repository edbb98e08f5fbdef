"""The mentors of a municipality as they are described: the scene's own, and as many others as there are rows."""

from datetime import datetime

from bordenden.foundation.ids import new_id
from bordenden.mentors import actions
from bordenden.mentors.actions import Called, Described
from bordenden.mentors.queries import profile_of
from bordenden.mentors.words import Language, MentorFrom
from bordenden.people.models import Person

SAID = Described(
    MentorFrom.PEER,
    "Jeg ved, hvordan det er at begynde forfra. Jeg går med, når noget er nyt.",
    (Language.DA, Language.EN, Language.SO),
    4,
    "Har selv haft lang tid uden job.",
)


def describe_mentors(rows: int, mentor: Person, leader: Person, at: datetime) -> None:
    """All can be chosen; nobody has the others."""
    if profile_of(person=mentor) is None:
        mine = actions.open_profile(person=mentor, described=SAID, form_key=new_id(), by=leader, at=at)
        actions.show(profile=mine, by=leader, at=at)
    for number in range(rows):
        called = Called("Mentor", f"Måling {number}", "20 00 00 00", "man–fre 9–15")
        made = actions.register_mentor(
            municipality=mentor.municipality, called=called, described=SAID, form_key=new_id(), by=leader, at=at
        )
        actions.show(profile=made, by=leader, at=at)
