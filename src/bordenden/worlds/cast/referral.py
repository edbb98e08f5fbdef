"""Rasmus is invited to hear of the project, and Nadia is asked to join and has not answered yet."""

from datetime import date, timedelta

from bordenden.intake import actions as intake
from bordenden.intake.models import BenefitPeriod, Candidate
from bordenden.intake.words import MeetingKind
from bordenden.people import actions as people
from bordenden.worlds.cast.people import Cast

TO_COME, ASKED = timedelta(days=9), timedelta(days=2)
LASTS = timedelta(minutes=90)
LONG_SINCE = timedelta(days=4 * 365)
WHY = "Du har sagt, at du gerne vil i gang med noget, men ikke det hele på én gang. Her bestemmer du farten."


def build_referral(cast: Cast) -> None:
    """A meeting in nine days; a question on Nadia's telephone since two."""
    rasmus = candidate(cast, "Rasmus", "Dahl", "150385-1111")
    meeting = intake.call_meeting(
        project=cast.project,
        kind=MeetingKind.INFORMATION,
        title="Kom og hør om Din egen vej",
        place="Biblioteket i Fjordby, lokale 2",
        starts_at=cast.at + TO_COME,
        ends_at=cast.at + TO_COME + LASTS,
        by=cast.lis,
        at=cast.at - ASKED,
    )
    intake.invite(meeting=meeting, candidates=[rasmus], by=cast.lis, at=cast.at - ASKED)
    nadia = candidate(cast, "Nadia", "Berg", "210679-1112")
    people.give_demo_login(person=nadia.person, username="nadia", order=21, line="Er spurgt, om hun vil være med")
    intake.refer(
        candidate=nadia,
        reference="F-20",
        match_reasons=WHY,
        caseworker=cast.ole,
        by=cast.lis,
        at=cast.at - ASKED,
    )


def candidate(cast: Cast, given_name: str, family_name: str, cpr: str) -> Candidate:
    """Somebody who has lived on kontanthjælp for four years, and might join."""
    person = people.register(
        municipality=cast.fjordby, given_name=given_name, family_name=family_name, cpr_number=cpr, made_up=True
    )
    began: date = (cast.at - LONG_SINCE).date()
    BenefitPeriod.objects.create(municipality=cast.fjordby, person=person, benefit="cash_benefit", starts_on=began)
    return Candidate.objects.create(
        municipality=cast.fjordby,
        project=cast.project,
        person=person,
        target_group="aktivitetsparat",
        registered_at=cast.at - ASKED,
    )
