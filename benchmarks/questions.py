"""A municipality's own questions, published so often and with a draft under test: for the pages of instruments."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bordenden.assessments import actions
from bordenden.assessments.actions import ItemSaid, Wording
from bordenden.assessments.models import Instrument, InstrumentVersion
from bordenden.assessments.queries import items_in
from bordenden.assessments.words import Area
from bordenden.people.models import Person
from bordenden.programmes.models import Project

# Pages list all questions of a version and all its versions: more than this no municipality will have.
MOST = 20


@dataclass(frozen=True, slots=True)
class Questions:
    """The instrument, the number of its newest published version, and the code of a question in its draft."""

    project: Project
    keeper: Person
    instrument: Instrument
    number: int
    code: str


def write_questions(rows: int, project: Project, keeper: Person, testers: list[Person], at: datetime) -> Questions:
    """Up to twenty questions in as many versions, the draft changed once more and tried by everybody."""
    instrument = actions.begin_local(project=project, by=keeper, at=at)
    draft = actions.begin_draft(instrument=instrument, by=keeper, at=at)
    codes = [_add(draft, number, keeper, at) for number in range(min(rows, MOST))]
    # One more than the rows: there is always a version before the newest to compare it with.
    for number in range(min(rows, MOST) + 1):
        draft = _reword(draft, codes[0], number, keeper, at)
        published = actions.publish(draft=draft, edits=draft.edits, by=keeper, at=at + timedelta(minutes=number))
        draft = actions.begin_draft(instrument=instrument, by=keeper, at=at)
    draft = _reword(draft, codes[0], MOST + 1, keeper, at)
    items = items_in(version=draft, edition="")
    for number, person in enumerate((keeper, *testers)):
        run = actions.begin_run(draft=draft, by=person, at=at)
        for item in items[number % len(items) :][:1]:
            actions.remark(run=run, code=item.code, clear=False, words="Hvad menes der?", by=person, at=at)
    return Questions(project, keeper, instrument, published.number, codes[0])


def _said(number: int, version: int) -> ItemSaid:
    wording = Wording(f"Emne {number}", f"Hvordan går det med {number}, {version}?", "Nej", "Lidt", "Ja")
    return ItemSaid(wording, area=Area.LOCAL)


def _add(draft: InstrumentVersion, number: int, by: Person, at: datetime) -> str:
    return actions.add_item(draft=draft, said=_said(number, 0), by=by, at=at)


def _reword(draft: InstrumentVersion, code: str, number: int, by: Person, at: datetime) -> InstrumentVersion:
    draft.refresh_from_db()
    said = _said(0, number + 1)
    return actions.change_item(draft=draft, code=code, said=said, edits=draft.edits, by=by, at=at)
