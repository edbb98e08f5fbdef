"""Ret noten: the author puts it otherwise; how it stood before is kept and stands below."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.mentors import actions
from bordenden.mentors.queries import earlier_words
from bordenden.pathways.queries import at_the_head
from bordenden.web.guest.frame import menu
from bordenden.web.guest.mentor_forms import RewordForm
from bordenden.web.guest.mentoring import only_own
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.mentoring import WORDINGS_A_PAGE, note_line, wording_line
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorNote

DRAFT = "mentor_note.reword"


@opens(acts.MENTOR_NOTE_REWORD)
def guest_note(visit: Visit[MentorNote], note: UUID) -> HttpResponse:
    """Only the mentor's own; one that was changed in between is shown beside what was typed."""
    form = RewordForm(visit.posted)
    if form.is_valid():
        with form.heeding(visit, newer="words"), visit.writing(note) as held:
            only_own(visit, held.seat)
            said = {key: form.cleaned_data[key] for key in ("words", "version")}
            actions.reword_note(note=held, by=visit.viewer.person, at=visit.at, **said)
            close_draft(visit)
            return visit.go("guest_notes", held.table_id)
    with visit.reading():
        reached = visit.reach(note, "seat", "table")
        only_own(visit, reached.seat)
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached)
        if drafted:
            form = RewordForm(initial=drafted.initial(words=reached.words, version=reached.version))
        page = cut(earlier_words(note=reached), visit.request.GET.get("side"), size=WORDINGS_A_PAGE)
        context = {
            "name": given_names(at_the_head(table=reached.table, at=visit.at)),
            "table": reached.table_id,
            "note": note_line(reached),
            "wordings": [wording_line(one) for one in page.rows],
            "pager": page.pager,
            "offers": draft_offers(drafted, texts=("words",), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
            "nav_items": menu(),
        }
        return visit.show("guest/guest_note.html", context, form)


guest_note_draft = drafts_of(guest_note, DRAFT)
