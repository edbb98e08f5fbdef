"""Nina, who might join, and how far she has come; everybody here is made up."""

from datetime import date, timedelta

from bordenden.intake import actions
from bordenden.intake.actions import Told
from bordenden.intake.models import BenefitPeriod, Candidate, InformationMeeting, Referral
from bordenden.intake.words import MeetingKind
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.programmes.words import Track
from tests.cast import MONDAY, Cast

WHY = "Du vil gerne i gang i din egen fart."
HOPE = "At klare mig selv en dag, bare lidt."


def candidate(
    cast: Cast, given_name: str = "Nina", cpr: str = "210679-1114", since: date = date(2022, 1, 1)
) -> Candidate:
    """On kontanthjælp since a day, without a break."""
    told = Told(given_name, "Nør", cpr, target_group="2.3")
    one = actions.put_up(project=cast.project, told=told, by=cast.pia, at=MONDAY)
    people.give_demo_login(person=one.person, username=given_name.lower(), order=96, line="")
    BenefitPeriod.objects.create(
        municipality=cast.fjordby, person=one.person, benefit="cash_benefit", starts_on=since
    )
    return one


def meeting(cast: Cast, by: Person) -> InformationMeeting:
    """In a week, at the library."""
    return actions.call_meeting(
        project=cast.project,
        kind=MeetingKind.CITIZENS,
        title="Kom og hør",
        place="Biblioteket",
        starts_at=MONDAY + timedelta(days=7),
        ends_at=MONDAY + timedelta(days=7, hours=2),
        by=by,
        at=MONDAY,
    )


def referred(cast: Cast, by: Person, one: Candidate | None = None, caseworker: Person | None = None) -> Referral:
    """She is asked, with Bo proposed as her caseworker."""
    return actions.refer(
        candidate=one or candidate(cast),
        reference="F-77",
        match_reasons=WHY,
        caseworker=caseworker or cast.bo,
        by=by,
        at=MONDAY,
    )


def joined(cast: Cast, by: Person) -> Referral:
    """She said yes."""
    referral = referred(cast, by)
    her = referral.candidate.person
    return actions.say_yes(referral=referral, hope=HOPE, towards=Track.JOB, by=her, at=MONDAY)
