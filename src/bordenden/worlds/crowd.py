"""Many made-up participants at once: tables, seats and courses written in batches.

What is written in batches passes by the actions, so this keeps by hand what they would: a head and a
coordinating caseworker at every table, referral inside the period, begin after referral. The audit has one
stated rule for it: each table built so has exactly one entry, `world.build`, by the builder, at the moment it
was laid; nothing of what stands at it has an entry of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

from bordenden.audit.models import Entry
from bordenden.audit.words import Kind
from bordenden.foundation.alphabet import reference_key, sort_key
from bordenden.foundation.snapshot import writing
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.programmes.models import Project

BATCH = 500
LONGEST_WAIT_TO_BEGIN = 14
MADE_UP = "(opdigtet)"


@dataclass(frozen=True, slots=True)
class Course:
    """One made-up participant: who, where, in which course, with whom."""

    person: Person
    table: Table
    enrolment: Enrolment
    adviser: Person


def seat_crowd(
    *,
    project: Project,
    advisers: Sequence[Person],
    referred: Sequence[date],
    target_group: str,
    by: Person,
    rng: Random,
    first: int = 1,
) -> list[Course]:
    """A participant for each day of referral, numbered from `first`, shared out among the advisers in turn."""
    courses = [
        _course(project, advisers[number % len(advisers)], number, day, target_group, rng)
        for number, day in enumerate(referred, start=first)
    ]
    with writing(project.municipality_id, by.pk):
        Person.objects.bulk_create([one.person for one in courses], BATCH)
        Table.objects.bulk_create([one.table for one in courses], BATCH)
        Seat.objects.bulk_create([seat for one in courses for seat in _seats(one, rng)], BATCH)
        Enrolment.objects.bulk_create([one.enrolment for one in courses], BATCH)
        Entry.objects.bulk_create([_built(one.table, by) for one in courses], BATCH)
    return courses


def random_id(rng: Random) -> UUID:
    """An id that is the same each time the world is built."""
    return UUID(int=rng.getrandbits(128), version=4)


def noon(day: date) -> datetime:
    """Midday in UTC: the same day in Denmark, summer and winter."""
    return datetime.combine(day, time(12), tzinfo=UTC)


def days_between(rng: Random, first: date, last: date, number: int) -> list[date]:
    """So many days from first to last, in order."""
    length = (last - first).days
    return sorted(first + timedelta(days=rng.randint(0, length)) for _ in range(number))


def _course(project: Project, adviser: Person, number: int, day: date, target_group: str, rng: Random) -> Course:
    given = f"Deltager {number}"
    person = Person(
        id=random_id(rng),
        municipality_id=project.municipality_id,
        given_name=given,
        family_name=MADE_UP,
        sort_key=sort_key(f"{given} {MADE_UP}"),
        made_up=True,
    )
    table = Table(id=random_id(rng), municipality_id=project.municipality_id, opened_at=noon(day))
    course_id, wait = random_id(rng), rng.randint(0, LONGEST_WAIT_TO_BEGIN)
    begun = day + timedelta(days=wait)
    enrolment = Enrolment(
        id=course_id,
        table=table,
        municipality_id=project.municipality_id,
        project=project,
        reference=(reference := f"{project.municipality_id}-{number}"),
        reference_key=reference_key(reference),
        track=project.track,
        target_group=target_group,
        referred_on=day,
        mentor_offered_on=begun,
        activated_on=begun,
    )
    return Course(person, table, enrolment, adviser)


def _seats(course: Course, rng: Random) -> tuple[Seat, Seat]:
    head, coordinator = (
        Seat(
            id=random_id(rng),
            table=course.table,
            municipality_id=course.table.municipality_id,
            person=person,
            role=role,
            starts_at=course.table.opened_at,
        )
        for person, role in ((course.person, SeatRole.HEAD), (course.adviser, SeatRole.COORDINATOR))
    )
    return head, coordinator


def _built(table: Table, by: Person) -> Entry:
    return Entry(
        municipality=table.municipality_id,
        at=table.opened_at,
        actor=by.pk,
        act="world.build",
        kind=Kind.WRITE,
        thing_type="table",
        thing=table.pk,
        table=table.pk,
    ).with_digest()
