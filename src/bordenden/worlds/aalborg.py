"""The world `aalborg`: Jobcenter Aalborg with the numbers of its own slide; every person in it is made up.

Real are the number of participants (200), their target group (LAB § 2 nr. 3), the five advisers and the 26
exits by reason. Invented are all people, names, days and words.
"""

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from django.db import transaction

from bordenden.evaluation.models import Release
from bordenden.evaluation.publication import publish, publishable_exits
from bordenden.evaluation.quarters import Quarter
from bordenden.foundation.snapshot import snapshot, writing
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Decider, ExitReason
from bordenden.people import actions as people
from bordenden.people.models import Municipality, Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.models import Programme, Project
from bordenden.programmes.words import OfficeRole, Track
from bordenden.worlds.crowd import Course, days_between, noon, seat_crowd
from bordenden.worlds.instruments import publish_newest
from bordenden.worlds.officials import (
    ENDS,
    LAST_REFERRAL,
    STARTS,
    begin_programme,
    official,
    seat_agency_and_evaluator,
)

SEED = 851
PARTICIPANTS, ADVISERS = 200, 5
TARGET_GROUP = "LAB § 2 nr. 3"
LAST_QUARTER = Quarter(2016, 3)
SHORTEST_COURSE = 30
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
GROUNDS = "Opdigtet begrundelse: Vi blev enige om, at noget andet passer bedre nu."


@dataclass(frozen=True, slots=True)
class Aalborg:
    """Who and what the world holds."""

    municipality: Municipality
    programme: Programme
    project: Project
    lis: Person
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
    lis, advisers = _staff(municipality, project)
    stine, eva = seat_agency_and_evaluator(programme, municipality, order=3)
    with writing(municipality.pk, stine.pk):
        publish_newest(by=stine, at=noon(STARTS))
    courses = seat_crowd(
        project=project,
        advisers=advisers,
        referred=days_between(rng, STARTS, LAST_REFERRAL, PARTICIPANTS),
        target_group=TARGET_GROUP,
        by=lis,
        rng=rng,
    )
    people.give_demo_login(person=courses[0].person, username="deltager", order=2, line="Sidder for bordenden")
    _end_courses(courses, elsewhere, rng)
    release = _published(programme, stine)
    return Aalborg(municipality, programme, project, lis, stine, eva, advisers, tuple(courses), release)


def _staff(municipality: Municipality, project: Project) -> tuple[Person, tuple[Person, ...]]:
    lis = official(municipality, "Lis", "Projektleder")
    programmes.give_office(person=lis, role=OfficeRole.PROJECT_LEADER, project=project, at=noon(STARTS))
    people.give_demo_login(person=lis, username="lis", order=0, line="Leder projektet i Aalborg")
    advisers = tuple(official(municipality, f"Rådgiver {number}", "Rådgiver") for number in range(1, ADVISERS + 1))
    people.give_demo_login(person=advisers[0], username="raadgiver", order=1, line="Rådgiver for 40 borgere")
    return lis, advisers


def _end_courses(courses: list[Course], elsewhere: Municipality, rng: Random) -> None:
    """Who leaves and when is drawn; how many leave for each reason is the slide's."""
    reasons = [(reason, decider) for reason, decider, people_ in EXITS for _ in range(people_)]
    for course, (reason, decided_by) in zip(rng.sample(courses, len(reasons)), reasons, strict=True):
        begun = course.enrolment.activated_on or course.enrolment.referred_on
        on = begun + timedelta(days=rng.randint(SHORTEST_COURSE, (ENDS - begun).days))
        with writing(course.table.municipality_id, course.adviser.pk):
            pathways.end_course(
                enrolment=course.enrolment,
                on=on,
                reason=reason,
                decided_by=decided_by,
                grounds=GROUNDS if reason == ExitReason.DISCHARGED else "",
                moved_to=elsewhere if reason == ExitReason.MOVED else None,
                by=course.adviser,
                at=noon(on),
            )


def _published(programme: Programme, stine: Person) -> Release:
    at = noon(LAST_QUARTER.last + timedelta(days=14))
    with snapshot(stine.municipality_id, stine.pk, national=True):
        safe = publishable_exits(programme=programme, quarter=LAST_QUARTER, at=at)
    with writing(stine.municipality_id, stine.pk):
        return publish(safe, by=stine, at=at)
