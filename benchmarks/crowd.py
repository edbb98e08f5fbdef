"""The others: enrolments poured in beside the people whose pages are measured. All of them are made up."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from django.db import connection, transaction

from benchmarks.pour import Row, pour
from bordenden.assessments.models import Answer, InstrumentVersion, Sheet
from bordenden.audit.models import Entry as AuditEntry
from bordenden.contactlog.models import Entry
from bordenden.pathways.models import Enrolment, Exit, Opening, Seat, Table
from bordenden.people import actions as people
from bordenden.people.models import Login, Person
from bordenden.plans.models import Goal, Plan, SmallStep, Statement, Wording
from bordenden.programmes import actions as programmes
from bordenden.programmes.models import Programme, Project
from bordenden.programmes.words import Track

# The first is where the measured people live too: a tenth of the others are their neighbours.
MUNICIPALITIES = range(901, 911)
A_CASEWORKER_HAS = 40
BATCH = 5_000
ROUNDS = 2
CONTACTS = 4
LOOKS = 5
STEPS = 3
ENDED_OF_A_HUNDRED = 13
DIGEST = "0" * 64


@dataclass(slots=True)
class Crowd:
    """Who has been poured so far; more can follow."""

    at: datetime
    programme: Programme
    projects: list[Project]
    items: list[UUID]
    version: UUID
    count: int = 0
    random: Random = field(default_factory=lambda: Random(1))
    caseworkers: dict[int, UUID] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class One:
    """One of the others, by the ids of what is theirs."""

    number: int
    municipality: int
    project: UUID
    person: UUID
    caseworker: UUID
    mentor: UUID
    table: UUID
    mentors_seat: UUID
    enrolment: UUID
    plan: UUID
    goal: UUID
    begun: datetime

    @property
    def place(self) -> Row:
        """Table and municipality, as every thing at a table has them."""
        return (self.table, self.municipality)


def begin_crowd(version: InstrumentVersion, at: datetime) -> Crowd:
    """A programme with two projects in every municipality; nobody is enrolled yet."""
    programme = programmes.begin_programme(
        name="De andre (opdigtet)",
        starts_on=(at - timedelta(days=400)).date(),
        ends_on=(at + timedelta(days=300)).date(),
        last_referral_on=(at + timedelta(days=100)).date(),
        made_up=True,
    )
    projects = []
    for number in MUNICIPALITIES:
        place = people.register_municipality(number=number, name=f"Opdigtet {number}", made_up=True)
        for track in (Track.JOB, Track.EDUCATION):
            name = f"De andre, {track.label}"
            projects.append(
                programmes.begin_project(
                    programme=programme, municipality=place, name=name, track=track, made_up=True
                )
            )
    items = list(version.items.order_by("position").values_list("pk", flat=True))
    return Crowd(at, programme, projects, items, version.pk)


def grow(crowd: Crowd, to: int) -> None:
    """Pour until so many are enrolled; then PostgreSQL learns what is there, as autovacuum would tell it in time."""
    if connection.vendor == "sqlite":
        # The product's memory for pages is small and its commits wait for the disk: neither is measured here.
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_size = -2000000")
            cursor.execute("PRAGMA synchronous = OFF")
    while crowd.count < to:
        stop = min(crowd.count + BATCH, to)
        batch = list(_people(crowd, stop))
        with transaction.atomic():
            _pour_pathways(crowd, batch)
            _pour_plans(batch)
            _pour_rounds(crowd, batch)
            _pour_contacts(crowd, batch)
            _pour_looks(crowd, batch)
        crowd.count = stop
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    # The next connection has the product's settings again.
    connection.close()


def _id(crowd: Crowd) -> UUID:
    return UUID(int=crowd.random.getrandbits(128), version=4)


def _people(crowd: Crowd, stop: int) -> Iterator[One]:
    staff: list[Row] = []
    found = []
    for number in range(crowd.count, stop):
        project = crowd.projects[number % len(crowd.projects)]
        place = project.municipality_id
        group = place * 100_000 + number // len(crowd.projects) // A_CASEWORKER_HAS
        for who in (group, -group):
            if who not in crowd.caseworkers:
                crowd.caseworkers[who] = _id(crowd)
                staff.append((crowd.caseworkers[who], place, "Ansat", f"Nr. {who}", f"ansat {who}", True))
        person, table, seat, enrolment, plan, goal = (_id(crowd) for _ in range(6))
        begun = crowd.at - timedelta(days=300) + timedelta(days=number % 200)
        seated = (crowd.caseworkers[group], crowd.caseworkers[-group])
        found.append(One(number, place, project.pk, person, *seated, table, seat, enrolment, plan, goal, begun))
    names = ("id", "municipality_id", "given_name", "family_name", "sort_key", "made_up")
    with transaction.atomic():
        pour(Person, names, staff)
        pour(Person, names, ((one.person, one.municipality, *_name(one), True) for one in found))
        logins = ((_id(crowd), one.person, f"anden-{one.number}", "!", True) for one in found)
        pour(Login, ("id", "person_id", "username", "password", "is_active"), logins)
    return iter(found)


def _name(one: One) -> tuple[str, str, str]:
    return ("Nogen", f"Nr. {one.number}", f"nogen nr {one.number:07}")


def _pour_pathways(crowd: Crowd, batch: list[One]) -> None:
    at_table = ("table_id", "municipality_id")
    pour(Table, ("id", "municipality_id", "opened_at"), ((one.table, one.municipality, one.begun) for one in batch))
    seats = (
        row
        for one in batch
        for row in (
            (_id(crowd), *one.place, one.person, "head", one.begun),
            (_id(crowd), *one.place, one.caseworker, "coordinator", one.begun),
            (one.mentors_seat, *one.place, one.mentor, "mentor", one.begun),
        )
    )
    pour(Seat, ("id", *at_table, "person_id", "role", "starts_at"), seats)
    until = crowd.at + timedelta(days=60)
    opened = ((_id(crowd), *one.place, one.mentors_seat, "plan", one.begun, until) for one in batch)
    pour(Opening, ("id", *at_table, "seat_id", "room", "opened_at", "until"), opened)
    names = ("id", *at_table, "project_id", "reference", "reference_key", "track", "referred_on", "activated_on")
    days = {one.begun: one.begun.date() for one in batch}
    enrolled = (
        (
            one.enrolment,
            *one.place,
            one.project,
            f"A-{one.number}",
            f"a{one.number}",
            "job",
            days[one.begun],
            days[one.begun],
        )
        for one in batch
    )
    pour(Enrolment, names, enrolled)
    ended: Iterator[tuple[UUID, UUID, int, UUID, date, str, str]] = (
        (_id(crowd), *one.place, one.enrolment, crowd.at.date(), "flexjob", "together")
        for one in batch
        if one.number % 100 < ENDED_OF_A_HUNDRED
    )
    pour(Exit, ("id", *at_table, "enrolment_id", "on", "reason", "decided_by"), ended)


def _pour_plans(batch: list[One]) -> None:
    keys = Random(2)
    at_table = ("table_id", "municipality_id")

    def new() -> UUID:
        return UUID(int=keys.getrandbits(128) ^ batch[0].plan.int, version=4)

    pour(Plan, ("id", *at_table, "begun_at"), ((one.plan, *one.place, one.begun) for one in batch))
    said = ((new(), *one.place, one.plan, "dream", 1, "En drøm.", one.person, one.begun) for one in batch)
    pour(Statement, ("id", *at_table, "plan_id", "kind", "version", "words", "written_by_id", "written_at"), said)
    goals = ((one.goal, *one.place, one.plan, "Et mål.", one.begun, new()) for one in batch)
    pour(Goal, ("id", *at_table, "plan_id", "words", "set_at", "form_key"), goals)
    worded = ((new(), *one.place, one.goal, 1, "Et mål.", one.person, one.begun) for one in batch)
    pour(Wording, ("id", *at_table, "goal_id", "version", "words", "written_by_id", "written_at"), worded)
    steps = (
        (new(), *one.place, one.plan, one.goal, "Et skridt.", one.begun, new()) for one in batch for _ in range(STEPS)
    )
    pour(SmallStep, ("id", *at_table, "plan_id", "goal_id", "words", "set_at", "form_key"), steps)


def _pour_rounds(crowd: Crowd, batch: list[One]) -> None:
    at_table = ("table_id", "municipality_id")
    sheets = [(_id(crowd), one, one.begun + timedelta(days=90 * number)) for one in batch for number in range(ROUNDS)]
    rows = ((sheet, *one.place, crowd.version, at, at) for sheet, one, at in sheets)
    pour(Sheet, ("id", *at_table, "version_id", "started_at", "finished_at"), rows)
    given = (
        (_id(crowd), *one.place, sheet, item, "rated", crowd.random.randrange(11), at)
        for sheet, one, at in sheets
        for item in crowd.items
    )
    pour(Answer, ("id", *at_table, "sheet_id", "item_id", "kind", "value", "answered_at"), given)


def _pour_contacts(crowd: Crowd, batch: list[One]) -> None:
    names = (
        "id", "table_id", "municipality_id", "summary", "channel", "direction", "initiator", "place", "outcome",
        "minutes", "happened_at", "written_by_id", "written_at", "form_key",
    )  # fmt: skip
    usual = ("En kort snak.", "phone", "out", "staff", "remote", "reached", 10)
    rows = (
        (_id(crowd), *one.place, *usual, at, one.caseworker, at, _id(crowd))
        for one in batch
        for at in (one.begun + timedelta(days=20 * number) for number in range(CONTACTS))
    )
    pour(Entry, names, rows)


def _pour_looks(crowd: Crowd, batch: list[One]) -> None:
    """The digests are none: nobody seals or verifies a benchmark's audit."""
    names = (
        "municipality", "at", "actor", "act", "kind", "thing_type", "thing", "table", "salt", "digest",
    )  # fmt: skip
    rows = (
        (one.municipality, at, one.caseworker, "case.read", "look", "table", one.table, one.table, _id(crowd), DIGEST)
        for one in batch
        for at in (one.begun + timedelta(days=10 * number) for number in range(LOOKS))
    )
    pour(AuditEntry, names, rows)
