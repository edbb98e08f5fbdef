"""Emil is invited to hear of the project, and Yrsa is asked to join and has not answered yet."""

from datetime import timedelta

from django.utils.timezone import localtime

from bordenden.intake import actions as intake
from bordenden.intake.queries import candidates_of
from bordenden.intake.words import MeetingKind
from bordenden.people import actions as people
from bordenden.worlds.cast.people import Cast

TO_COME, ASKED = timedelta(days=9), timedelta(days=2)
LASTS = timedelta(minutes=90)
WHY = "Du har sagt, at du gerne vil i gang med noget, men ikke det hele på én gang. Her bestemmer du farten."


def build_referral(cast: Cast) -> None:
    """A meeting in nine days; a question on Yrsa's telephone since two."""
    at = cast.at - ASKED
    starts_at = localtime(cast.at + TO_COME).replace(hour=10, minute=0, second=0, microsecond=0)
    listed = {one.person.given_name: one for one in candidates_of(project=cast.project)}
    meeting = intake.call_meeting(
        project=cast.project,
        kind=MeetingKind.INFORMATION,
        title="Kom og hør om Din egen vej",
        place="Biblioteket i Fjordby, lokale 2",
        starts_at=starts_at,
        ends_at=starts_at + LASTS,
        by=cast.pia,
        at=at,
    )
    intake.invite(meeting=meeting, candidates=[listed["Emil"]], by=cast.pia, at=at)
    yrsa = listed["Yrsa"]
    people.give_demo_login(person=yrsa.person, username="yrsa", order=21, line="Er spurgt, om hun vil være med")
    intake.refer(candidate=yrsa, reference="F-20", match_reasons=WHY, caseworker=cast.ole, by=cast.pia, at=at)
