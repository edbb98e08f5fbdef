"""A mentor's agreement and notes as words: hers, her caseworker's and the mentor's doors show them alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.mentors import queries
from bordenden.plans.words import StepOwner
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day, on_day

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorAgreement, MentorNote, MentorNoteWording
    from bordenden.pathways.models import Table

NOTES_A_PAGE, WORDINGS_A_PAGE = 20, 5
# Where many stand together, so much of each: a note may be of four thousand letters.
LONGEST_IN_A_LIST = 600
# Which note is asked for by itself.
ONE = "note"


@dataclass(frozen=True, slots=True)
class TermsPart:
    """An agreement as words. `her_yes` and `mentors_yes` are days, "" before; `wanted` what one wants otherwise."""

    key: str
    days: str
    hours: str
    role: str
    tasks: tuple[str, ...]
    her_yes: str
    mentors_yes: str
    wanted: str
    wanted_by_her: bool
    dropped: bool
    agreed: bool
    over: bool


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note of a mentor's; `changed` is the day it was put otherwise, "" when it never was.

    `more` says what there is to read of it elsewhere, "" for nothing.
    """

    key: str
    on: str
    words: str
    author: str
    changed: str
    more: str


@dataclass(frozen=True, slots=True)
class WordingLine:
    """How a note stood until a day."""

    until: str
    words: str


def terms_part(agreement: MentorAgreement, *, at: datetime) -> TermsPart:
    """The agreement with its role as it was written."""
    role = agreement.role
    return TermsPart(
        key=str(agreement.pk),
        days=days_words(agreement),
        hours=agreement.hours,
        role=role.words,
        tasks=tasks_of(agreement),
        her_yes=day(agreement.head_said_yes_at) if agreement.head_said_yes_at else "",
        mentors_yes=day(agreement.mentor_said_yes_at) if agreement.mentor_said_yes_at else "",
        wanted=agreement.changes_wanted,
        wanted_by_her=agreement.changes_wanted_by == StepOwner.CITIZEN,
        dropped=agreement.dropped_at is not None,
        agreed=agreement.agreed,
        over=agreement.last_on < localdate(at),
    )


def tasks_of(agreement: MentorAgreement) -> tuple[str, ...]:
    """What the mentor does, a task a line."""
    return tuple(line.strip() for line in agreement.role.tasks.splitlines() if line.strip())


def days_words(agreement: MentorAgreement) -> str:
    """ "Fra 6. februar 2026 til og med 5. august 2026"."""
    days = {"first": on_day(agreement.first_on), "last": on_day(agreement.last_on)}
    return _("Fra %(first)s til og med %(last)s") % days


def note_line(note: MentorNote, *, author: str = "", whole: bool = False) -> NoteLine:
    """A note, the beginning of a long one unless `whole`; `author` where several mentors' notes stand together."""
    changed = day(note.changed_at) if note.changed_at else ""
    words = note.words if whole else _begun(note.words)
    more = _("Læs hele noten") if words != note.words else _("Se, hvad der stod før") if changed else ""
    return NoteLine(str(note.pk), on_day(note.on), words, author, changed, "" if whole else more)


def _begun(words: str) -> str:
    """The first words, the lines as they were."""
    return words if len(words) <= LONGEST_IN_A_LIST else f"{words[:LONGEST_IN_A_LIST].rsplit(None, 1)[0]} …"


def notes_page(table: Table, *, asked: str | None, side: str | None) -> dict[str, object]:
    """Every note at the table, a page at a time; or the one asked for, whole, with how it stood before. Else 404."""
    rows = queries.notes_at(table=table)
    if asked is None:
        page = cut(rows, side, size=NOTES_A_PAGE)
        notes = [note_line(note, author=note.seat.person.given_name) for note in page.rows]
        return {"notes": notes, "one": False, "wordings": (), "pager": page.pager}
    note = rows.filter(pk=_as_key(asked)).first()
    if note is None:
        raise Http404
    before = cut(queries.earlier_words(note=note), side, size=WORDINGS_A_PAGE, also=f"{ONE}={note.pk}")
    return {
        "notes": [note_line(note, author=note.seat.person.given_name, whole=True)],
        "one": True,
        "wordings": [wording_line(one) for one in before.rows],
        "pager": before.pager,
    }


def _as_key(asked: str) -> UUID:
    try:
        return UUID(asked)
    except ValueError:
        raise Http404 from None


def wording_line(wording: MentorNoteWording) -> WordingLine:
    """Earlier words of a note."""
    return WordingLine(day(wording.replaced_at), wording.words)
