"""Up to a year of made-up assessments and contacts for many courses, written in batches.

All figures are drawn: no level, no change and no link between them says anything about real people.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from bordenden.assessments.models import Answer, InstrumentVersion, Item, Sheet
from bordenden.assessments.words import AnswerKind
from bordenden.contactlog.models import Entry
from bordenden.contactlog.words import (
    USUAL_INITIATOR,
    USUAL_PLACE,
    Channel,
    Direction,
    usual_minutes,
    usual_outcome,
)
from bordenden.foundation.snapshot import writing
from bordenden.people.models import Person
from bordenden.worlds.crowd import BATCH, Course, noon, random_id

LONGEST, SHORTEST = 365, 30
BETWEEN_SHEETS, BETWEEN_CONTACTS = 91, (14, 49)
SKIPS = 0.03
LINES = (
    "Opdigtet: Vi talte om ugen, der gik.",
    "Opdigtet: Aftalt en kop kaffe på tirsdag.",
    "Opdigtet: Snakkede om at besøge en arbejdsplads.",
    "Opdigtet: Hørte, hvordan det går derhjemme.",
    "Opdigtet: Fandt en tid hos lægen sammen.",
)
VIEWS = ("", "", "Opdigtet: Det går bedre nu.", "Opdigtet: Jeg vil gerne vente lidt.")
CHANNELS = (Channel.PHONE, Channel.PHONE, Channel.MEETING, Channel.TEXT, Channel.VISIT)


@dataclass(slots=True)
class _Rows:
    sheets: list[Sheet] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    contacts: list[Entry] = field(default_factory=list)


def live(
    courses: Sequence[Course],
    *,
    version: InstrumentVersion,
    items: Sequence[Item],
    until: date,
    by: Person,
    rng: Random,
) -> None:
    """Rounds of answers every quarter and contacts every few weeks, from the beginning for up to a year.

    All courses are of one municipality; nothing is later than `until`.
    """
    rows = _Rows()
    for course in courses:
        begun = course.enrolment.activated_on or course.enrolment.referred_on
        last = min(begun + timedelta(days=rng.randint(SHORTEST, LONGEST)), until)
        _sheets(rows, course, version, items, begun, last, rng)
        _contacts(rows, course, begun, last, rng)
    with writing(courses[0].table.municipality_id, by.pk):
        Sheet.objects.bulk_create(rows.sheets, BATCH)
        Answer.objects.bulk_create(rows.answers, BATCH)
        Entry.objects.bulk_create(rows.contacts, BATCH)


def _sheets(
    rows: _Rows,
    course: Course,
    version: InstrumentVersion,
    items: Sequence[Item],
    begun: date,
    last: date,
    rng: Random,
) -> None:
    levels = [rng.randint(0, 10) for _item in items]
    for days in range(0, (last - begun).days + 1, BETWEEN_SHEETS):
        at = noon(begun + timedelta(days=days))
        sheet = Sheet(
            id=random_id(rng),
            table=course.table,
            municipality_id=course.table.municipality_id,
            version=version,
            edition=course.enrolment.track,
            started_at=at,
            finished_at=at + timedelta(minutes=4),
        )
        rows.sheets.append(sheet)
        levels = [min(10, max(0, level + rng.randint(-2, 2))) for level in levels]
        rows.answers += (_answer(sheet, item, level, at, rng) for item, level in zip(items, levels, strict=True))


def _answer(sheet: Sheet, item: Item, level: int, at: datetime, rng: Random) -> Answer:
    skipped = rng.random() < SKIPS
    return Answer(
        id=random_id(rng),
        table_id=sheet.table_id,
        municipality_id=sheet.municipality_id,
        sheet=sheet,
        item=item,
        kind=AnswerKind.SKIPPED if skipped else AnswerKind.RATED,
        value=None if skipped else level,
        answered_at=at + timedelta(minutes=1),
    )


def _contacts(rows: _Rows, course: Course, begun: date, last: date, rng: Random) -> None:
    day = begun
    while day <= last:
        channel = rng.choice(CHANNELS)
        direction = Direction.IN if rng.random() < 1 / 3 else Direction.OUT
        outcome = usual_outcome(channel, direction)
        at = noon(day)
        rows.contacts.append(
            Entry(
                id=random_id(rng),
                table=course.table,
                municipality_id=course.table.municipality_id,
                citizen_view=rng.choice(VIEWS),
                summary=rng.choice(LINES),
                channel=channel,
                direction=direction,
                initiator=USUAL_INITIATOR[direction],
                place=USUAL_PLACE[channel],
                outcome=outcome,
                minutes=usual_minutes(channel, outcome),
                happened_at=at,
                written_by=course.adviser,
                written_at=at + timedelta(minutes=30),
                form_key=random_id(rng),
            )
        )
        day += timedelta(days=rng.randint(*BETWEEN_CONTACTS))
