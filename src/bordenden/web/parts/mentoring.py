"""A mentor's agreement and notes as words: the doors of her caseworker and of the mentor show them alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.plans.words import StepOwner
from bordenden.web.parts.said_when import day, on_day

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorAgreement, MentorNote, MentorNoteWording

A_PAGE = 20


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
    """A note of a mentor's; `changed` is the day it was put otherwise, "" when it never was."""

    key: str
    on: str
    words: str
    author: str
    changed: str


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
        tasks=tuple(line.strip() for line in role.tasks.splitlines() if line.strip()),
        her_yes=day(agreement.head_said_yes_at) if agreement.head_said_yes_at else "",
        mentors_yes=day(agreement.mentor_said_yes_at) if agreement.mentor_said_yes_at else "",
        wanted=agreement.changes_wanted,
        wanted_by_her=agreement.changes_wanted_by == StepOwner.CITIZEN,
        dropped=agreement.dropped_at is not None,
        agreed=agreement.agreed,
        over=agreement.last_on < localdate(at),
    )


def days_words(agreement: MentorAgreement) -> str:
    """ "Fra 6. februar 2026 til og med 5. august 2026"."""
    days = {"first": on_day(agreement.first_on), "last": on_day(agreement.last_on)}
    return _("Fra %(first)s til og med %(last)s") % days


def note_line(note: MentorNote, *, author: str = "") -> NoteLine:
    """A note; `author` where several mentors' notes stand together."""
    changed = day(note.changed_at) if note.changed_at else ""
    return NoteLine(str(note.pk), on_day(note.on), note.words, author, changed)


def wording_line(wording: MentorNoteWording) -> WordingLine:
    """Earlier words of a note."""
    return WordingLine(day(wording.replaced_at), wording.words)
