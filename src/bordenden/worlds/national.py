"""The world `national`: 30 made-up municipalities and as many participants as the real trial had.

Real are the number of participants (3,748), of municipalities (30) and the period. Invented is all else: the
municipalities and their sizes, the people, the answers, the contacts, and who left when and why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from django.db import transaction

from bordenden.assessments.models import InstrumentVersion, Item
from bordenden.foundation.snapshot import writing
from bordenden.pathways.models import Exit
from bordenden.pathways.words import Decider, ExitReason
from bordenden.people import actions as people
from bordenden.people.models import Municipality, Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.models import Programme, Project
from bordenden.programmes.words import OfficeRole, Track
from bordenden.worlds.crowd import BATCH, Course, days_between, noon, random_id, seat_crowd
from bordenden.worlds.instruments import publish_newest
from bordenden.worlds.lives import live
from bordenden.worlds.officials import (
    ENDS,
    LAST_REFERRAL,
    STARTS,
    begin_programme,
    official,
    seat_agency_and_evaluator,
)

SEED = 3748
NATIONAL = 0
PARTICIPANTS = 3748
FIRST_NUMBER = 901
PLACES = (
    "Fjordby",
    "Bakkeby",
    "Engby",
    "Skovby",
    "Kærby",
    "Nørremose",
    "Søndermose",
    "Vestermose",
    "Østermose",
    "Havneby",
    "Klitby",
    "Lynghede",
    "Mosevad",
    "Bregnedal",
    "Kildedal",
    "Stenbæk",
    "Grønhøj",
    "Hvidbæk",
    "Solbakke",
    "Månedal",
    "Rughave",
    "Byghave",
    "Hvedemark",
    "Kløverdal",
    "Birkedal",
    "Ellemose",
    "Pilevad",
    "Tjørneholt",
    "Egedal",
    "Bøgehøj",
)
ONE_ADVISER_FOR = 40
LEAVE = 0.2
# Drawn with these invented weights; what comes out is no finding.
REASONS = {
    ExitReason.LEFT_BY_CHOICE: (6, Decider.CITIZEN),
    ExitReason.FLEXJOB: (3, Decider.TOGETHER),
    ExitReason.MOVED: (3, Decider.EVENT),
    ExitReason.IMPRISONMENT: (1, Decider.EVENT),
    ExitReason.ORDINARY_EDUCATION: (4, Decider.TOGETHER),
    ExitReason.ORDINARY_JOB: (6, Decider.TOGETHER),
    ExitReason.REHABILITATION: (2, Decider.TOGETHER),
    ExitReason.DISCHARGED: (4, Decider.CASEWORKER),
    ExitReason.SICK: (2, Decider.TOGETHER),
}
GROUNDS = "Opdigtet begrundelse: En anden indsats passede bedre."


@dataclass(frozen=True, slots=True)
class National:
    """What the world holds."""

    programme: Programme
    projects: tuple[Project, ...]
    participants: int
    exits: int


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every municipality's part is built on."""

    programme: Programme
    version: InstrumentVersion
    items: tuple[Item, ...]
    rng: Random


@transaction.atomic
def build(*, participants: int = PARTICIPANTS) -> National:
    """The same world each time for the same number of participants."""
    rng = Random(SEED)
    places = [
        people.register_municipality(number=FIRST_NUMBER + number, name=f"{name} (opdigtet)", made_up=True)
        for number, name in enumerate(PLACES)
    ]
    programme = begin_programme("Landsforsøget (opdigtede personer og tal)")
    stine, _eva = seat_agency_and_evaluator(programme, places[0], order=4)
    with writing(NATIONAL, stine.pk):
        version = publish_newest(by=stine, at=noon(STARTS))[0]
    ground = _Ground(programme, version, tuple(version.items.order_by("position", "edition")), rng)
    projects, exits = [], 0
    for place, size in zip(places, _sizes(participants, len(places), rng), strict=True):
        project, left = _municipality(ground, place, size)
        projects.append(project)
        exits += left
    return National(programme, tuple(projects), participants, exits)


def _sizes(participants: int, places: int, rng: Random) -> list[int]:
    """Invented sizes that add up: two fifths shared out evenly, the rest drawn."""
    even = participants * 2 // 5 // places
    sizes = [even] * places
    for place in rng.choices(
        range(places), weights=[rng.uniform(1, 4) for _ in range(places)], k=participants - sum(sizes)
    ):
        sizes[place] += 1
    return sizes


def _municipality(ground: _Ground, place: Municipality, size: int) -> tuple[Project, int]:
    """One municipality's project with its people; nothing of it is kept in memory afterwards."""
    number = place.pk - FIRST_NUMBER
    track = Track.JOB if number % 2 else Track.EDUCATION
    project = programmes.begin_project(
        programme=ground.programme, municipality=place, name="Din egen vej", track=track, made_up=True
    )
    leader, advisers = _staff(place, project, number, max(1, -(-size // ONE_ADVISER_FOR)))
    left = 0
    days = days_between(ground.rng, STARTS, LAST_REFERRAL, size)
    for start in range(0, size, BATCH):
        left += _batch(ground, project, advisers, days[start : start + BATCH], leader, first=start + 1)
    return project, left


def _batch(
    ground: _Ground, project: Project, advisers: Sequence[Person], days: Sequence[date], leader: Person, *, first: int
) -> int:
    rng = ground.rng
    courses = seat_crowd(
        project=project, advisers=advisers, referred=days, target_group="", by=leader, rng=rng, first=first
    )
    items = [item for item in ground.items if item.edition in ("", project.track)]
    live(courses, version=ground.version, items=items, until=ENDS, by=leader, rng=rng)
    if first == 1 and project.municipality_id == FIRST_NUMBER:
        people.give_demo_login(person=courses[0].person, username="deltager", order=3, line="Sidder for bordenden")
    exits = [_exit(course, rng) for course in courses if rng.random() < LEAVE]
    with writing(project.municipality_id, leader.pk):
        Exit.objects.bulk_create(exits, BATCH)
    return len(exits)


def _staff(place: Municipality, project: Project, number: int, advisers: int) -> tuple[Person, list[Person]]:
    name, line = {0: ("Lis", "Leder projektet i Fjordby"), 1: ("Niels", "Leder projektet i Bakkeby")}.get(
        number, ("Leder", "")
    )
    leader = official(place, name, "Projektleder")
    programmes.give_office(person=leader, role=OfficeRole.PROJECT_LEADER, project=project, at=noon(STARTS))
    seated = [official(place, f"Rådgiver {one}", "Rådgiver") for one in range(1, advisers + 1)]
    if line:
        people.give_demo_login(person=leader, username=name.lower(), order=number, line=line)
    if number == 0:
        people.give_demo_login(person=seated[0], username="raadgiver", order=2, line="Rådgiver i Fjordby")
    return leader, seated


def _exit(course: Course, rng: Random) -> Exit:
    reason = rng.choices(list(REASONS), weights=[weight for weight, _decider in REASONS.values()])[0]
    begun = course.enrolment.activated_on or course.enrolment.referred_on
    return Exit(
        id=random_id(rng),
        table=course.table,
        municipality_id=course.table.municipality_id,
        enrolment=course.enrolment,
        on=begun + timedelta(days=rng.randint(1, (ENDS - begun).days)),
        reason=reason,
        decided_by=REASONS[reason][1],
        grounds=GROUNDS if reason == ExitReason.DISCHARGED else "",
    )
