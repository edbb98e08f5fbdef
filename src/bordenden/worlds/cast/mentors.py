"""Fjordby's mentors, whom Amina chose and what they agreed, and an offer Karim has not answered. All made up."""

from datetime import timedelta

from django.utils.timezone import localdate

from bordenden.foundation.ids import new_id
from bordenden.mentors import actions, queries
from bordenden.mentors.actions import Described, Terms
from bordenden.mentors.models import MentorProfile
from bordenden.mentors.words import Language, MentorFrom, OfferAnswer
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat
from bordenden.pathways.words import SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.worlds.cast.around import MIE_DOES, MIE_IS
from bordenden.worlds.cast.people import MIE_CAME, Cast

OPENED, OFFERED, KARIM_OFFERED = timedelta(days=150), timedelta(days=62), timedelta(days=10)
AGREED, MIE_YES, AMINA_YES = timedelta(days=24), timedelta(days=23), timedelta(days=22)

# Name, telephone, hours, where from, who it is, background, languages, room for how many.
OTHERS = (
    ("Aisha", "Noor", "20 00 00 31", "hverdage 12–18", MentorFrom.PEER,
     "Jeg kom hertil for tolv år siden og kender vejen gennem systemet. Jeg går gerne med til møder.",
     "Har været uden job i fire år. Arbejder nu i en børnehave.", (Language.DA, Language.SO, Language.AR), 3),
    ("Henrik", "Dam", "20 00 00 32", "man–fre 7–9", MentorFrom.COMPANY,
     "Jeg er værkfører. Jeg viser dig, hvordan en arbejdsdag ser ud, og siger til, når noget går godt.",
     "Tredive år på samme værksted.", (Language.DA, Language.EN), 2),
    ("Tove", "Lind", "20 00 00 33", "tirs–tors 10–14", MentorFrom.VOLUNTEER,
     "Jeg har god tid og laver stærk kaffe. Vi kan gå en tur, mens vi taler.",
     "Har været sygeplejerske. Gået på pension.", (Language.DA,), 1),
)  # fmt: skip
NOTES = (
    (12, "Vi tog bussen sammen til børnehaven. Amina gik selv ind og sagde goddag."),
    (5, "Vi talte om dagen bagefter. Amina vil gerne prøve bussen alene næste gang."),
)


def build_mentors(cast: Cast) -> None:
    """Four profiles, one of them full; Amina chose Mie, they agreed on half a year; Karim has an offer to answer."""
    mie = _profile(
        cast,
        cast.mie,
        Described(
            MentorFrom.PEER,
            "Jeg ved, hvordan det er at begynde forfra. Jeg går med, når noget er nyt.",
            (Language.DA, Language.EN, Language.SO),
            4,
            "Har selv haft lang tid uden job. Arbejder i en genbrugsbutik.",
        ),
    )
    tove = [_other(cast, *one) for one in OTHERS][-1]
    pathways.seat(table=cast.holms_table, person=tove.person, role=SeatRole.MENTOR, by=cast.jens, at=cast.at - OPENED)
    offering = actions.offer(table=cast.aminas_table, by=cast.birthe, at=cast.at - OFFERED)
    actions.answer(offering=offering, said=OfferAnswer.YES, by=cast.amina, at=cast.at - MIE_CAME)
    seat = actions.choose(table=cast.aminas_table, profile=mie, by=cast.amina, at=cast.at - MIE_CAME)
    _agreed(cast, seat)
    _noted(cast, seat)
    actions.offer(table=cast.karims_table, by=cast.ole, at=cast.at - KARIM_OFFERED)


def _other(
    cast: Cast,
    given: str,
    family: str,
    phone: str,
    hours: str,
    comes_from: MentorFrom,
    about: str,
    background: str,
    languages: tuple[Language, ...],
    capacity: int,
) -> MentorProfile:
    person = people.register(
        municipality=cast.fjordby,
        given_name=given,
        family_name=family,
        phone=phone,
        title="Mentor",
        reachable=hours,
        made_up=True,
    )
    return _profile(cast, person, Described(comes_from, about, languages, capacity, background))


def _profile(cast: Cast, person: Person, described: Described) -> MentorProfile:
    at = cast.at - OPENED
    made = actions.open_profile(person=person, described=described, form_key=new_id(), by=cast.lis, at=at)
    return actions.show(profile=made, by=cast.lis, at=at)


def _agreed(cast: Cast, seat: Seat) -> None:
    first = (cast.at - AGREED).date()
    terms = Terms(first, queries.six_months_from(first), "To timer om ugen, og når noget er nyt", MIE_IS, MIE_DOES)
    made = actions.write_agreement(
        seat=seat, terms=terms, version=0, form_key=new_id(), by=cast.bo, at=cast.at - AGREED
    )
    actions.say_yes(agreement=made, by=cast.mie, at=cast.at - MIE_YES)
    actions.say_yes(agreement=made, by=cast.amina, at=cast.at - AMINA_YES)


def _noted(cast: Cast, seat: Seat) -> None:
    for days, words in NOTES:
        at = cast.at - timedelta(days=days)
        actions.write_note(seat=seat, on=localdate(at), words=words, form_key=new_id(), by=cast.mie, at=at)
