"""For the scene: one who might join, one who is asked, one who said yes; and meetings that invited many."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bordenden.intake import actions
from bordenden.intake.actions import Told
from bordenden.intake.models import BenefitPeriod, Candidate, InformationMeeting, Referral
from bordenden.intake.words import MeetingKind
from bordenden.pathways.models import Enrolment
from bordenden.people.models import Login, Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.models import Project
from bordenden.programmes.words import OfficeRole, Track

LONG_AGO = timedelta(days=4 * 365)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class JoiningScene:
    """The officer, a meeting, who is not asked yet, who is, and a course that has not begun."""

    officer: Person
    meeting: InformationMeeting
    candidate: Candidate
    asked: Referral
    prepared: Enrolment


def ask_to_join(rows: int, project: Project, officer: Person, caseworker: Person, at: datetime) -> JoiningScene:
    """So many meetings; the last has invited so many, and might invite as many more."""
    programmes.give_office(person=officer, role=OfficeRole.INTAKE, project=project, at=at - DAY)
    listed = [_candidate(project, officer, number, at) for number in range(2 * rows + 3)]
    meetings = [
        actions.call_meeting(
            project=project,
            kind=MeetingKind.INFORMATION,
            title=f"Kom og hør {number}",
            place="Biblioteket",
            starts_at=at + (number + 1) * DAY,
            ends_at=at + (number + 1) * DAY + HOUR,
            by=officer,
            at=at,
        )
        for number in range(rows)
    ]
    actions.invite(meeting=meetings[-1], candidates=listed[:rows], by=officer, at=at)
    asked, said_yes = (_asked(one, officer, caseworker, at) for one in listed[-2:])
    said_yes = actions.say_yes(
        referral=said_yes, hope="En dag for mig selv", towards=Track.JOB, by=said_yes.candidate.person, at=at
    )
    assert said_yes.enrolment is not None
    return JoiningScene(officer, meetings[-1], listed[-3], asked, said_yes.enrolment)


def _candidate(project: Project, officer: Person, number: int, at: datetime) -> Candidate:
    cpr = f"{1 + number % 28:02}{1 + number // 28 % 12:02}72{_of_the_project(project, number)}"
    told = Told("Nina", f"Måling {number}", cpr, vocational_education=True)
    one = actions.put_up(project=project, told=told, by=officer, at=at)
    BenefitPeriod.objects.create(
        municipality=project.municipality,
        person=one.person,
        benefit="cash_benefit",
        starts_on=(at - LONG_AGO).date(),
    )
    return one


def _of_the_project(project: Project, number: int) -> str:
    """Another scene's people have other numbers: their project tells them apart."""
    return f"{(project.pk.int + number) % 4000:04}"


def _asked(candidate: Candidate, officer: Person, caseworker: Person, at: datetime) -> Referral:
    referral = actions.refer(
        candidate=candidate,
        reference=f"N-{candidate.pk.hex[-12:]}",
        match_reasons="Du vil gerne i gang.",
        caseworker=caseworker,
        by=officer,
        at=at,
    )
    login = Login(person=candidate.person, username=referral.pk.hex)
    login.set_unusable_password()
    login.save()
    return referral
