"""The world `aalborg`: Jobcenter Aalborg with the numbers of its own slide; every person in it is made up.

Real are the number of participants (200), their target group (LAB § 2 nr. 3), the five advisers and the 26
exits by reason. Invented are all people, names, numbers, days and words. Everybody comes in and leaves by the
actions (`ways`): no row of anybody's course is written past them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from django.db import transaction

from bordenden.evaluation.models import Release
from bordenden.evaluation.publication import publish, publishable_exits
from bordenden.evaluation.quarters import Quarter
from bordenden.foundation.snapshot import snapshot, writing
from bordenden.intake.actions import Told
from bordenden.intake.words import Attendance
from bordenden.mentors.words import OfferAnswer
from bordenden.pathways.words import Decider, ExitReason
from bordenden.people import actions as people
from bordenden.people.models import Municipality, Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.models import Programme, Project
from bordenden.programmes.words import Department, OfficeRole, Track
from bordenden.worlds.crowd import LONGEST_WAIT_TO_BEGIN, MADE_UP, Course, days_between, noon
from bordenden.worlds.instruments import publish_newest
from bordenden.worlds.numbers import MadeUpNumbers
from bordenden.worlds.officials import (
    ENDS,
    LAST_REFERRAL,
    STARTS,
    begin_programme,
    official,
    seat_agency_and_evaluator,
)
from bordenden.worlds.ways import Calendar, Going, Wave, Way

SEED = 851
PARTICIPANTS, ADVISERS = 200, 5
TARGET_GROUP = "LAB § 2 nr. 3"
LAST_QUARTER = Quarter(2016, 3)
SHORTEST_COURSE = 30
# A meeting every fourth Tuesday; whoever it invites is asked in the weeks from a week after it to the next.
FIRST_MEETING, BETWEEN_MEETINGS = date(2014, 10, 21), timedelta(weeks=4)
AFTER_A_MEETING = timedelta(days=7)
LONGEST_THOUGHT = 10
YEAR = 365.25
# Under the age limit of the job track only with a vocational education: one in so many.
ONE_YOUNG_IN = 12
# In days and years; a pause of fewer days than the shortest month starts no count anew.
SHORTEST_BENEFIT, LONGEST_BENEFIT_YEARS, A_PAUSE = 800, 9, (2, 28)
# The slide's own table, in its own order.
EXITS = (
    (ExitReason.LEFT_BY_CHOICE, Decider.CITIZEN, 6),
    (ExitReason.FLEXJOB, Decider.TOGETHER, 2),
    (ExitReason.MOVED, Decider.EVENT, 3),
    (ExitReason.IMPRISONMENT, Decider.EVENT, 1),
    (ExitReason.ORDINARY_EDUCATION, Decider.TOGETHER, 2),
    (ExitReason.ORDINARY_JOB, Decider.TOGETHER, 6),
    (ExitReason.REHABILITATION, Decider.TOGETHER, 1),
    (ExitReason.DISCHARGED, Decider.CASEWORKER, 5),
)
# Hours a week, and where, of whoever leaves for a place; invented like all that follows.
HOURS = {ExitReason.ORDINARY_JOB: (20, 25, 30, 37), ExitReason.FLEXJOB: (10, 15, 20)}
PLACES = {
    ExitReason.ORDINARY_JOB: "Opdigtet arbejdsplads",
    ExitReason.FLEXJOB: "Opdigtet arbejdsplads",
    ExitReason.ORDINARY_EDUCATION: "Opdigtet skole",
}
REASONS_TO_ASK = (
    "Opdigtet: Du har sagt, at du gerne vil i gang med noget i dit eget tempo.",
    "Opdigtet: Du har sagt, at du savner nogen at tale det hele igennem med.",
    "Opdigtet: Du har sagt, at du gerne vil arbejde igen engang.",
)
HOPES = (
    "Opdigtet: Jeg håber på et arbejde, jeg kan holde til.",
    "Opdigtet: Jeg vil gerne have en grund til at stå op om morgenen.",
    "Opdigtet: Jeg håber, at jeg kan forsørge mig selv en dag.",
    "Opdigtet: Jeg vil gerne lære noget nyt.",
)
WORDS = ("", "Opdigtet: Det var min egen beslutning.", "Opdigtet: Jeg glæder mig.")


@dataclass(frozen=True, slots=True)
class Aalborg:
    """Who and what the world holds."""

    municipality: Municipality
    programme: Programme
    project: Project
    lis: Person
    pia: Person
    stine: Person
    eva: Person
    advisers: tuple[Person, ...]
    courses: tuple[Course, ...]
    release: Release


@transaction.atomic
def build() -> Aalborg:
    """The same world each time, ids apart."""
    rng = Random(SEED)
    municipality = people.register_municipality(number=851, name="Aalborg")
    elsewhere = people.register_municipality(number=901, name="Fjordby (opdigtet)", made_up=True)
    programme = begin_programme("Projektet i Aalborg (opdigtede personer)")
    project = programmes.begin_project(
        programme=programme, municipality=municipality, name="Jobcenter Aalborg", track=Track.JOB, made_up=True
    )
    lis = official(municipality, "Lis", "Projektleder")
    programmes.give_office(person=lis, role=OfficeRole.PROJECT_LEADER, project=project, at=noon(STARTS))
    stine, eva = seat_agency_and_evaluator(programme, municipality, order=3)
    with writing(municipality.pk, stine.pk):
        publish_newest(by=stine, at=noon(STARTS))
    pia, advisers = _team(municipality, project, lis)
    ways = drawn(advisers, elsewhere, rng)
    _live(ways, project, pia)
    _give_logins(lis, advisers[0], ways[0].person, pia)
    courses = tuple(Course(way.person, way.referral.table, way.course, way.adviser) for way in ways)
    release = _published(programme, stine)
    return Aalborg(municipality, programme, project, lis, pia, stine, eva, advisers, courses, release)


def _team(municipality: Municipality, project: Project, lis: Person) -> tuple[Person, tuple[Person, ...]]:
    """Lis takes an intake officer and the advisers into her team."""
    pia = official(municipality, "Pia", "Visitator")
    advisers = tuple(official(municipality, f"Rådgiver {number}", "Rådgiver") for number in range(1, ADVISERS + 1))
    roles = {pia: OfficeRole.INTAKE} | dict.fromkeys(advisers, OfficeRole.CASEWORKER)
    with writing(municipality.pk, lis.pk):
        for person, role in roles.items():
            programmes.join_team(
                project=project, role=role, department=Department.EMPLOYMENT, whom=person, by=lis, at=noon(STARTS)
            )
    return pia, advisers


def _give_logins(lis: Person, adviser: Person, participant: Person, pia: Person) -> None:
    people.give_demo_login(person=lis, username="lis", order=0, line="Leder projektet i Aalborg")
    people.give_demo_login(person=adviser, username="raadgiver", order=1, line="Rådgiver for 40 borgere")
    people.give_demo_login(person=participant, username="deltager", order=2, line="Sidder for bordenden")
    people.give_demo_login(person=pia, username="pia", order=5, line="Visitator i Aalborg")


def _live(ways: Sequence[Way], project: Project, pia: Person) -> None:
    """From the first list to the last exit, in the order of time."""
    calendar, meets_on = Calendar(), FIRST_MEETING
    while meets_on + AFTER_A_MEETING <= LAST_REFERRAL:
        first = meets_on + AFTER_A_MEETING
        asked = [way for way in ways if first <= way.asked_on < first + BETWEEN_MEETINGS]
        if asked:
            Wave(project, pia, meets_on, asked).put_down(calendar)
        meets_on += BETWEEN_MEETINGS
    with writing(project.municipality_id, pia.pk):
        calendar.live()


def drawn(advisers: Sequence[Person], elsewhere: Municipality, rng: Random) -> list[Way]:
    """Who they are and when each step is taken; how many leave for each reason is the slide's."""
    numbers = MadeUpNumbers()
    days = days_between(rng, FIRST_MEETING + AFTER_A_MEETING, LAST_REFERRAL, PARTICIPANTS)
    ways = [
        _way(number, day, advisers[number % len(advisers)], numbers, rng) for number, day in enumerate(days, start=1)
    ]
    reasons = [(reason, decider) for reason, decider, people_ in EXITS for _ in range(people_)]
    for number, (way, (reason, decided_by)) in enumerate(
        zip(rng.sample(ways, len(reasons)), reasons, strict=True), start=1
    ):
        way.going = Going(
            on=way.begins_on + timedelta(days=rng.randint(SHORTEST_COURSE, (ENDS - way.begins_on).days)),
            reason=reason,
            decided_by=decided_by,
            words=rng.choice(WORDS),
            place_name=f"{PLACES[reason]} {number}" if reason in PLACES else "",
            wage_hours=Decimal(rng.choice(HOURS[reason])) if reason in HOURS else None,
            moved_to=elsewhere if reason == ExitReason.MOVED else None,
        )
    return ways


def _way(number: int, asked_on: date, adviser: Person, numbers: MadeUpNumbers, rng: Random) -> Way:
    """One of them. Whoever is asked on the last day answers that day: the declaration is never later."""
    young = number % ONE_YOUNG_IN == 0
    age = rng.randint(26, 28) if young else rng.randint(31, 59)
    born_on = asked_on - timedelta(days=round(age * YEAR) + rng.randint(0, 300))
    begins_on = asked_on + timedelta(days=rng.randint(0, LONGEST_WAIT_TO_BEGIN))
    thought = timedelta(days=rng.randint(0, LONGEST_THOUGHT))
    return Way(
        told=Told(
            f"Deltager {number}",
            MADE_UP,
            numbers.of(born_on),
            TARGET_GROUP,
            vocational_education=True if young else rng.choice((True, False, None)),
        ),
        benefits=_benefits(asked_on, grown_up=age - 18, rng=rng),
        reference=f"851-{number}",
        adviser=adviser,
        came=rng.choice((Attendance.CAME, Attendance.CAME, Attendance.EXCUSED, Attendance.AWAY)),
        asked_on=asked_on,
        why=rng.choice(REASONS_TO_ASK),
        yes_on=min(asked_on + thought, begins_on, LAST_REFERRAL),
        hope=rng.choice(HOPES),
        towards=rng.choice((Track.JOB, Track.JOB, Track.EDUCATION)),
        on_paper=rng.random() < 1 / 4,
        begins_on=begins_on,
        of_a_mentor=rng.choice((OfferAnswer.LATER, OfferAnswer.NO)),
    )


def _benefits(asked_on: date, *, grown_up: int, rng: Random) -> tuple[tuple[date, date | None], ...]:
    """Kontanthjælp for more than two years up to now; one in four had a pause, too short for an empty month."""
    first = asked_on - timedelta(days=rng.randint(SHORTEST_BENEFIT, 365 * min(LONGEST_BENEFIT_YEARS, grown_up)))
    if rng.random() >= 1 / 4:
        return ((first, None),)
    stopped = first + timedelta(days=rng.randint(30, 700))
    return (first, stopped), (stopped + timedelta(days=rng.randint(*A_PAUSE)), None)


def _published(programme: Programme, stine: Person) -> Release:
    at = noon(LAST_QUARTER.last + timedelta(days=14))
    with snapshot(stine.municipality_id, stine.pk, national=True):
        safe = publishable_exits(programme=programme, quarter=LAST_QUARTER, at=at)
    with writing(stine.municipality_id, stine.pk):
        return publish(safe, by=stine, at=at)
