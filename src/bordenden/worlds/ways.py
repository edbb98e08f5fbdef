"""Made-up people on their way into a project and out of it: each act on its day, by its person, through its action.

Nothing is written past the actions, so the rules that hold for people hold here too, and the audit has an entry for
each act. All names, numbers, days and words are invented; the numbers fail modulus 11, as those of the cast do.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from operator import itemgetter

from bordenden.followup import actions as followup
from bordenden.foundation.snapshot import tell
from bordenden.intake import actions as intake
from bordenden.intake.actions import Told
from bordenden.intake.models import Candidate, InformationMeeting, Referral
from bordenden.intake.words import Attendance, FileKind, Interest, MeetingKind
from bordenden.mentors import actions as mentors
from bordenden.mentors.words import OfferAnswer
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment
from bordenden.pathways.words import Decider, ExitReason
from bordenden.people.models import Municipality, Person
from bordenden.plans import actions as plans
from bordenden.programmes.models import Project
from bordenden.programmes.words import Track
from bordenden.worlds.crowd import noon

Act = Callable[[datetime], None]

MORNING, AFTERNOON, LATER = timedelta(hours=-3), timedelta(hours=1), timedelta(hours=2)
A_MEETING_LASTS = timedelta(minutes=90)
TITLE, PLACE = "Kom og hør om projektet (opdigtet)", "Opdigtet mødested, lokale 1"
GROUNDS = "Opdigtet begrundelse: Vi blev enige om, at noget andet passer bedre nu."


class Calendar:
    """Acts, each at its moment; they are done in the order of time, whatever the order they were put down in."""

    def __init__(self) -> None:
        self._acts: list[tuple[datetime, Act]] = []

    def put(self, at: datetime, act: Act) -> None:
        """Put an act down; of two at the same moment the one put down first is done first."""
        self._acts.append((at, act))

    def live(self) -> None:
        """Do them all, in one transaction whose municipality and actor somebody has told; each act tells its own."""
        for at, act in sorted(self._acts, key=itemgetter(0)):
            act(at)


def _now(by: Person) -> None:
    """From here on it is this person who acts; the database is told as at the doors."""
    tell(by.municipality_id, by.pk)


@dataclass(frozen=True, slots=True)
class Going:
    """How and when somebody leaves, as drawn. `place_name` and `wage_hours` of whoever leaves for one."""

    on: date
    reason: ExitReason
    decided_by: Decider
    words: str = ""
    place_name: str = ""
    wage_hours: Decimal | None = None
    moved_to: Municipality | None = None


@dataclass(slots=True)
class Way:
    """One made-up person's way, as drawn; `candidate`, `referral` and `course` are there when it has come so far.

    `benefits`: days on kontanthjælp, from and to; the last stretch still runs. `came`: to the meeting.
    """

    told: Told
    benefits: Sequence[tuple[date, date | None]]
    reference: str
    adviser: Person
    came: Attendance
    asked_on: date
    why: str
    yes_on: date
    hope: str
    towards: Track
    on_paper: bool
    begins_on: date
    of_a_mentor: OfferAnswer
    going: Going | None = None
    candidate: Candidate = field(init=False, repr=False)
    referral: Referral = field(init=False, repr=False)
    course: Enrolment = field(init=False, repr=False)

    @property
    def person(self) -> Person:
        """Whoever goes it, from the day she was written up."""
        return self.candidate.person


@dataclass(slots=True)
class Wave:
    """Those who are invited to one meeting, and written up for it by the project's intake officer."""

    project: Project
    officer: Person
    meets_on: date
    ways: Sequence[Way]
    meeting: InformationMeeting = field(init=False)

    def put_down(self, calendar: Calendar) -> None:
        """All that will happen to them, on its days."""
        calendar.put(noon(self.meets_on - timedelta(days=14)), self.write_up)
        calendar.put(noon(self.meets_on - timedelta(days=13)), self.bring_benefits_in)
        calendar.put(noon(self.meets_on - timedelta(days=12)), self.invite)
        calendar.put(noon(self.meets_on) + LATER, self.note)
        for way in self.ways:
            steps = _Steps(way, self.officer)
            calendar.put(noon(way.asked_on) + MORNING, steps.ask)
            calendar.put(noon(way.yes_on), steps.say_yes)
            calendar.put(noon(way.begins_on) + AFTERNOON, steps.begin)
            if way.going is not None:
                calendar.put(noon(way.going.on) + LATER, steps.leave)

    def write_up(self, at: datetime) -> None:
        """Each is put on the list of those who might join."""
        _now(self.officer)
        for way in self.ways:
            way.candidate = intake.put_up(project=self.project, told=way.told, by=self.officer, at=at)

    def bring_benefits_in(self, at: datetime) -> None:
        """What they have lived on, in one file; every line of it has to be good."""
        lines = [
            f"{way.told.cpr};kontanthjælp;{first.isoformat()};{last.isoformat() if last else ''}"
            for way in self.ways
            for first, last in way.benefits
        ]
        content = "\n".join(["CPR;Ydelse;Fra;Til", *lines]).encode()
        _now(self.officer)
        file = intake.lay_up(project=self.project, content=content, kind=FileKind.BENEFITS, by=self.officer, at=at)
        intake.bring_benefits_in(file=file, only_good=False, by=self.officer, at=at)

    def invite(self, at: datetime) -> None:
        """A meeting is called, and they are asked to come."""
        starts_at = noon(self.meets_on)
        _now(self.officer)
        self.meeting = intake.call_meeting(
            project=self.project,
            kind=MeetingKind.INFORMATION,
            title=TITLE,
            place=PLACE,
            starts_at=starts_at,
            ends_at=starts_at + A_MEETING_LASTS,
            by=self.officer,
            at=at,
        )
        candidates = [way.candidate for way in self.ways]
        intake.invite(meeting=self.meeting, candidates=candidates, by=self.officer, at=at)

    def note(self, at: datetime) -> None:
        """Who came; nothing follows from not coming."""
        came = {way.candidate.pk: way.came for way in self.ways}
        _now(self.officer)
        for one in self.meeting.invitations.order_by("pk"):
            attendance = came[one.candidate_id]
            interest = Interest.WANTS if attendance == Attendance.CAME else None
            intake.note_invitation(invitation=one, attendance=attendance, interest=interest, by=self.officer, at=at)


@dataclass(frozen=True, slots=True)
class _Steps:
    """What one of them goes through, from the question to the last day."""

    way: Way
    officer: Person

    def ask(self, at: datetime) -> None:
        """She is asked to join; the rules have to say yes that day."""
        way = self.way
        _now(self.officer)
        way.referral = intake.refer(
            candidate=way.candidate,
            reference=way.reference,
            match_reasons=way.why,
            caseworker=way.adviser,
            by=self.officer,
            at=at,
        )

    def say_yes(self, at: datetime) -> None:
        """Her yes, by herself or on paper; whoever was proposed sits down."""
        way = self.way
        by = self.officer if way.on_paper else way.person
        _now(by)
        way.referral = intake.say_yes(
            referral=way.referral,
            hope=way.hope,
            towards=way.towards,
            paper_on=way.yes_on if way.on_paper else None,
            by=by,
            at=at,
        )

    def begin(self, at: datetime) -> None:
        """A mentor is offered and she answers; the course begins, and her hope is what her plan begins with."""
        way, referral = self.way, self.way.referral
        _now(way.adviser)
        offering = mentors.offer(table=referral.table, by=way.adviser, at=at)
        _now(way.person)
        mentors.answer(offering=offering, said=way.of_a_mentor, by=way.person, at=at)
        if referral.enrolment is None:
            raise ValueError("whoever begins has said yes")
        _now(way.adviser)
        way.course = intake.begin_course(enrolment=referral.enrolment, by=way.adviser, at=at)
        plans.begin_with_hope(
            table=referral.table,
            hope=referral.hope,
            head=way.person,
            pen=referral.noted_by,
            by=way.adviser,
            at=at,
        )

    def leave(self, at: datetime) -> None:
        """The course ends, by her own choice or as her caseworker writes it; the days to ask about are planned."""
        way, going = self.way, self.way.going
        if going is None:
            raise ValueError("whoever stays does not leave")
        by = way.person if going.decided_by == Decider.CITIZEN else way.adviser
        _now(by)
        if going.decided_by == Decider.CITIZEN:
            ended = intake.stop(enrolment=way.course, by=by, at=at)
        else:
            ended = pathways.end_course(
                enrolment=way.course,
                on=going.on,
                reason=going.reason,
                decided_by=going.decided_by,
                citizen_words=going.words,
                grounds=GROUNDS if going.reason == ExitReason.DISCHARGED else "",
                moved_to=going.moved_to,
                wage_hours=going.wage_hours,
                place_name=going.place_name,
                by=by,
                at=at,
            )
        plans.let_go(table=way.referral.table, by=by, at=at)
        _now(way.adviser)
        followup.plan_after(ended=ended, by=way.adviser, at=at)
