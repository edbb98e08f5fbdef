"""Mentors of the story for the tests of their pages: one by name, one agreement more, many to choose from."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.urls import reverse
from django.utils.timezone import localdate

from bordenden.mentors import actions, queries
from bordenden.mentors.actions import Described, Terms
from bordenden.mentors.models import MentorAgreement, MentorProfile
from bordenden.mentors.words import Language, MentorFrom
from bordenden.pathways.models import Seat, Table
from bordenden.people.actions import register
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast


def at_hers(cast: Cast, page: str, *args: object) -> str:
    """The address of a page at Amina's table."""
    return reverse(page, args=[cast.aminas_table.pk, *args])


def profile(cast: Cast, name: str) -> MentorProfile:
    """Fjordby's mentor of that name."""
    return MentorProfile.objects.get(municipality=cast.fjordby, person__given_name=name)


def mentor_now(table: Table, at: datetime = MONDAY) -> str:
    """The given name of who is mentor there, "" for nobody."""
    seat = queries.mentor_of(table=table, at=at)
    return seat.person.given_name if seat else ""


def stops(cast: Cast, at: datetime = MONDAY) -> None:
    """Amina stops with Mie."""
    actions.stop_with_mentor(seat=cast.mies_seat, by=cast.amina, at=at)


def chosen(cast: Cast, name: str, at: datetime = MONDAY) -> Seat:
    """Amina has chosen the mentor of that name."""
    return actions.choose(table=cast.aminas_table, profile=profile(cast, name), by=cast.amina, at=at)


def written(cast: Cast, seat: Seat, at: datetime = MONDAY, by: Person | None = None) -> MentorAgreement:
    """Bo (or another) has written an agreement nobody has answered."""
    begins = localdate(at)
    terms = Terms(begins, queries.six_months_from(begins), "En time om ugen", "Hun går med.", "Ringer om mandagen")
    newest = queries.agreements_of(seat=seat).first()
    version = newest.version if newest else 0
    return actions.write_agreement(seat=seat, terms=terms, version=version, form_key=uuid4(), by=by or cast.bo, at=at)


def many(cast: Cast, number: int, *, capacity: int = 1) -> None:
    """So many more mentors in Fjordby."""
    about = "Jeg har god tid, og jeg kan lide at gå ture. Vi finder ud af det sammen, du og jeg. " * 3
    said = Described(MentorFrom.VOLUNTEER, about, (Language.DA, Language.TR), capacity, "Har arbejdet i en butik.")
    for count in range(number):
        person = register(
            municipality=cast.fjordby,
            given_name=f"Mentor{count:02}",
            family_name="Prøve",
            phone="20 00 00 40",
            reachable="hverdage 9–12",
            made_up=True,
        )
        made = actions.open_profile(person=person, described=said, form_key=uuid4(), by=cast.lis, at=MONDAY)
        actions.show(profile=made, by=cast.lis, at=MONDAY)


def noted(cast: Cast, number: int) -> None:
    """Mie has written so many notes more."""
    for count in range(number):
        actions.write_note(
            seat=cast.mies_seat,
            on=MONDAY.date(),
            words=f"Note {count:02}. Vi gik en tur og talte om bussen.",
            form_key=uuid4(),
            by=cast.mie,
            at=MONDAY + timedelta(minutes=count),
        )
