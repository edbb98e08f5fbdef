"""Mentorens noter, for her caseworker: to read, a page at a time; of one of them also how it stood before."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.mentors import queries
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.mentoring import A_PAGE, note_line, wording_line
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

# Which note's earlier words are asked for.
ONE = "note"


@opens(acts.MENTOR_NOTES_READ)
def case_mentor_notes(visit: Visit[Table], table: UUID) -> HttpResponse:
    """Nobody but the mentor writes here."""
    reached = visit.reach(table)
    only_staff(visit, reached)
    name = given_names(at_the_head(table=reached, at=visit.at))
    context = {"name": name, "table": table}
    if ONE in visit.request.GET:
        return visit.show("staff/case_mentor_notes.html", {**context, **_one(visit, reached)})
    page = cut(queries.notes_at(table=reached), visit.request.GET.get("side"), size=A_PAGE)
    notes = [note_line(note, author=note.seat.person.given_name) for note in page.rows]
    return visit.show(
        "staff/case_mentor_notes.html", {**context, "notes": notes, "wordings": (), "pager": page.pager}
    )


def _one(visit: Visit[Table], table: Table) -> dict[str, object]:
    """A note of this table's alone, with what stood there before."""
    asked = _as_key(visit.request.GET[ONE])
    note = queries.notes_at(table=table).filter(pk=asked).first() if asked else None
    if note is None:
        raise Http404
    page = cut(queries.earlier_words(note=note), visit.request.GET.get("side"), size=A_PAGE, also=f"{ONE}={note.pk}")
    return {
        "notes": [note_line(note, author=note.seat.person.given_name)],
        "wordings": [wording_line(one) for one in page.rows],
        "pager": page.pager,
    }


def _as_key(asked: str) -> UUID | None:
    try:
        return UUID(asked)
    except ValueError:
        return None
