"""Two mentors of Fjordby and Amina's words, which every test here begins with."""

from uuid import uuid4

import pytest

from bordenden.mentors import actions
from bordenden.mentors.actions import Described
from bordenden.mentors.models import MentorProfile
from bordenden.mentors.words import Language, MentorFrom
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.plans import actions as plans
from bordenden.plans.words import StatementKind
from tests.cast import MONDAY, Cast

ABOUT = "Jeg går med, når noget er nyt."


def described(capacity: int = 1, *languages: Language) -> Described:
    """A mentor with room for so many."""
    return Described(MentorFrom.PEER, ABOUT, languages or (Language.DA,), capacity)


def mentor(cast: Cast, person: Person, capacity: int = 1, *languages: Language) -> MentorProfile:
    """A profile that citizens are shown."""
    made = actions.open_profile(
        person=person, described=described(capacity, *languages), form_key=uuid4(), by=cast.lis, at=MONDAY
    )
    return actions.show(profile=made, by=cast.lis, at=MONDAY)


def somebody(cast: Cast, name: str) -> Person:
    """A person of Fjordby who can be called."""
    return people.register(
        municipality=cast.fjordby, given_name=name, phone="20 00 00 41", reachable="man 9–10", made_up=True
    )


@pytest.fixture
def aisha(cast: Cast) -> MentorProfile:
    """Speaks Danish and Somali, and has room for one."""
    return mentor(cast, somebody(cast, "Aisha"), 1, Language.DA, Language.SO)


@pytest.fixture
def henrik(cast: Cast) -> MentorProfile:
    """Speaks Danish, and has room for two."""
    return mentor(cast, somebody(cast, "Henrik"), 2)


@pytest.fixture
def wished(cast: Cast) -> None:
    """Amina has said what she wishes for."""
    plan = plans.begin(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    plans.say(plan=plan, kind=StatementKind.WISH, words="Et arbejde", version=0, by=cast.amina, at=MONDAY)
