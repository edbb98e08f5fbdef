"""Skriv en note, as mentor: a day, and what they did or talked about."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.mentors import actions
from bordenden.pathways.queries import at_the_head
from bordenden.web.guest.frame import menu
from bordenden.web.guest.mentor_forms import NoteForm
from bordenden.web.guest.mentoring import own_seat
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.names import given_names
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

DRAFT = "mentor_note.new"


@opens(acts.MENTOR_NOTE_WRITE)
def guest_note_new(visit: Visit[Table], table: UUID) -> HttpResponse:
    """The same form sent twice is one note."""
    form = NoteForm(visit.posted)
    if form.is_valid():
        with form.heeding(visit), visit.writing(table):
            said = {key: form.cleaned_data[key] for key in ("on", "words", "form_key")}
            actions.write_note(seat=own_seat(visit, table), by=visit.viewer.person, at=visit.at, **said)
            close_draft(visit)
            return visit.go("guest_notes", table)
    with visit.reading():
        reached = visit.reach(table)
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached, new=True)
        if drafted:
            form = NoteForm(initial=drafted.initial(on=localdate(visit.at)))
        name = given_names(at_the_head(table=reached, at=visit.at))
        context = {
            "name": name,
            "owner": whose(name),
            "table": table,
            "offers": draft_offers(drafted, texts=("words",), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
            "nav_items": menu(),
        }
        return visit.show("guest/guest_note_new.html", context, form)


guest_note_new_draft = drafts_of(guest_note_new, DRAFT)
