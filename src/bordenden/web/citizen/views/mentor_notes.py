"""Din mentors noter: every note there is, the newest first, and how it stood before it was put otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.mentors import queries
from bordenden.web.citizen.her_door import only_her
from bordenden.web.design.parts import Event
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day, on_day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bordenden.mentors.models import MentorNote, MentorNoteWording
    from bordenden.pathways.models import Table

NOTES_A_PAGE, WORDINGS_A_PAGE = 10, 10
# So many earlier wordings stand under a note itself; the rest have a page.
FOLDED = 2


@dataclass(frozen=True, slots=True)
class NotePart:
    """A note: its day, who wrote it, the words, when they were changed ("" never), and the wordings before them."""

    pk: UUID
    on: str
    by: str
    words: str
    changed: str
    before: tuple[Event, ...]
    more: bool


@opens(acts.MENTOR_NOTES_READ)
def mentor_notes(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """All of them, or (`?note=`) every wording of one."""
    table = visit.reach(pk)
    only_her(visit, table)
    side, asked = visit.request.GET.get("side"), visit.request.GET.get("note")
    notes = queries.notes_with_wordings(table=table, newest=FOLDED + 1)
    if asked is None:
        page = cut(notes, side, size=NOTES_A_PAGE)
        context = {"notes": [_part(note) for note in page.rows], "pager": page.pager, "wordings": ()}
    else:
        note = _named(table, asked)
        earlier = cut(queries.earlier_words(note=note), side, size=WORDINGS_A_PAGE, also=f"note={note.pk}")
        part = _part(note, whole=False)
        context = {"notes": [part], "pager": earlier.pager, "wordings": _before(earlier.rows)}
    return visit.show("citizen/mentor_notes.html", {**context, "table": pk})


def _named(table: Table, asked: str) -> MentorNote:
    """The note the address names; 404 for no such, at this table."""
    try:
        found = queries.notes_at(table=table).filter(pk=UUID(asked)).first()
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found


def _part(note: MentorNote, *, whole: bool = True) -> NotePart:
    """`whole`: with the newest of its earlier wordings, which the query brought along."""
    earlier: list[MentorNoteWording] = note.earlier if whole else []  # type: ignore[attr-defined]
    return NotePart(
        note.pk,
        on_day(note.on),
        note.seat.person.given_name,
        note.words,
        day(note.changed_at) if note.changed_at else "",
        _before(earlier[:FOLDED]),
        len(earlier) > FOLDED,
    )


def _before(wordings: Iterable[MentorNoteWording]) -> tuple[Event, ...]:
    return tuple(Event(day(one.replaced_at), "", one.words) for one in wordings)
