"""Dine noter: the mentor's own, a page at a time, while a room is kept open."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.mentors.queries import notes_of
from bordenden.pathways.queries import at_the_head
from bordenden.web.guest.frame import menu
from bordenden.web.guest.mentoring import own_seat
from bordenden.web.parts.mentoring import NOTES_A_PAGE, note_line
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.MENTOR_NOTE_WRITE)
def guest_notes(visit: Visit[Table], table: UUID) -> HttpResponse:
    """What another mentor wrote is not here."""
    reached = visit.reach(table)
    page = cut(notes_of(seat=own_seat(visit, table)), visit.request.GET.get("side"), size=NOTES_A_PAGE)
    name = given_names(at_the_head(table=reached, at=visit.at))
    context = {
        "name": name,
        "owner": whose(name),
        "table": table,
        "notes": [note_line(note) for note in page.rows],
        "pager": page.pager,
        "nav_items": menu(),
    }
    return visit.show("guest/guest_notes.html", context)
