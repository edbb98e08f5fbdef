"""Skriv om samtalen: her view first, nothing typed twice; what is written already is put right by adding."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.families.actions import each_presents
from bordenden.meetings import actions, queries
from bordenden.meetings.words import Contribution
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.names import given_names
from bordenden.web.parts.talks import note_part, talk_part
from bordenden.web.staff.talk_forms import FRAMES, NoteForm
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import AgendaItem, Conversation, Note

DRAFT = "conversation.note"
TEXTS = ("citizen_view", "summary", *FRAMES)


@opens(acts.CONVERSATION_NOTE)
def conversation_note(visit: Visit["Conversation"], conversation: UUID) -> HttpResponse:
    """The form, or on to the two taps once it is noted."""
    with visit.reading():
        row = visit.reach(conversation, "table")
        items = _items(visit, row)
    form = NoteForm(visit.posted, items=items)
    if form.is_valid():
        with form.heeding(visit, newer="summary"), visit.writing(conversation) as held:
            _note(visit, held, form)
            each_presents(table=held.table, by=visit.viewer.person, at=visit.at)
            close_draft(visit)
            return visit.go("conversation_helped", conversation)
    with visit.reading():
        stands = queries.standing_note(conversation=row)
        if form.stale and stands is not None:
            form.show_both(stands)
        drafted = None if form.is_bound else draft_for(visit, DRAFT, row)
        if drafted:
            form = NoteForm(items=items, initial=drafted.initial(**_as_it_stands(stands)))
        name = given_names(at_the_head(table=row.table, at=visit.at))
        context = {
            "conversation": row,
            "name": name,
            "talk": talk_part(row, name=name, seen=visit.at),
            "may_note": queries.may_be_noted(conversation=row, at=visit.at),
            "written": note_part(stands, name=name, seen=visit.at) if stands else None,
            "staff": stands.written_by.given_name if stands else "",
            "offers": draft_offers(drafted, texts=TEXTS, draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
        }
        return visit.show("staff/conversation_note.html", context, form)


conversation_note_draft = drafts_of(conversation_note, DRAFT)


def _items(visit: Visit["Conversation"], row: "Conversation") -> "list[AgendaItem]":
    """What may be ticked off: the open agenda before the first note."""
    return [] if row.held_at else queries.agenda_of(conversation=row, at=visit.at)


def _note(visit: Visit["Conversation"], held: "Conversation", form: NoteForm) -> None:
    sent = form.cleaned_data
    actions.note(
        conversation=held,
        version=sent["version"],
        form_key=sent["form_key"],
        agreed=form.agreed(),
        talked_about=form.talked_about(),
        held_at=sent["held_at"],
        minutes=sent["minutes"],
        by=visit.viewer.person,
        at=visit.at,
        **form.said(),
    )


def _as_it_stands(stands: "Note | None") -> dict[str, object]:
    if stands is None:
        return {"version": 0}
    names = ["version", "citizen_view", "summary", *FRAMES]
    names += [name for kind in Contribution for name in (kind.value, f"{kind.value}_how")]
    return {name: getattr(stands, name) for name in names}
