"""The made-up people in offices of the big worlds: who leads, who advises, who publishes, who evaluates."""

from datetime import date

from bordenden.people import actions as people
from bordenden.people.models import Municipality, Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.models import Programme
from bordenden.programmes.words import OfficeRole
from bordenden.worlds.crowd import MADE_UP, noon

MADE_UP_PHONE = "20 00 01 00"
STARTS, ENDS, LAST_REFERRAL = date(2014, 10, 1), date(2016, 9, 30), date(2016, 3, 31)


def official(municipality: Municipality, given: str, title: str, family: str = MADE_UP) -> Person:
    """Somebody at work, made up and saying so."""
    return people.register(
        municipality=municipality,
        given_name=given,
        family_name=family,
        title=title,
        phone=MADE_UP_PHONE,
        reachable="man–fre 9–15",
        made_up=True,
    )


def begin_programme(name: str) -> Programme:
    """The programme in the real one's period (domain: 2014-10-01 to 2016-09-30, last referral half a year before)."""
    return programmes.begin_programme(
        name=name, starts_on=STARTS, ends_on=ENDS, last_referral_on=LAST_REFERRAL, made_up=True
    )


def seat_agency_and_evaluator(programme: Programme, municipality: Municipality, order: int) -> tuple[Person, Person]:
    """Stine at the agency and Eva who evaluates, with a demo login each."""
    stine = official(municipality, "Stine", "Fuldmægtig")
    eva = official(municipality, "Eva", "Evaluator")
    programmes.give_office(person=stine, role=OfficeRole.AGENCY, programme=programme, at=noon(STARTS))
    programmes.give_office(person=eva, role=OfficeRole.EVALUATOR, programme=programme, at=noon(STARTS))
    people.give_demo_login(person=stine, username="stine", order=order, line="Arbejder i styrelsen og udgiver tal")
    people.give_demo_login(person=eva, username="eva", order=order + 1, line="Evaluerer")
    return stine, eva
