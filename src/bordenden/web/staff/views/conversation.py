"""En samtale: prepared in a minute before, and what was said of it after."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.meetings import queries
from bordenden.meetings.words import Side
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.names import given_names
from bordenden.web.parts.said_when import day
from bordenden.web.parts.talks import agreement_parts, held_part, item_part, note_part, talk_part
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.staff.talk_words import topic_form
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import AgendaItem, Agreement, Conversation
    from bordenden.meetings.queries import Prepared


@opens(acts.CONVERSATION_READ)
def conversation(visit: Visit["Conversation"], conversation: UUID) -> HttpResponse:
    """Her boundaries first, then the agenda, what is still open, and her own words."""
    row = visit.reach(conversation, "table")
    only_staff(visit, row)
    name = given_names(at_the_head(table=row.table, at=visit.at))
    context = {
        "name": name,
        "conversation": row,
        "talk": talk_part(row, name=name, seen=visit.at),
        "may_note": row.held_at is None and queries.may_be_noted(conversation=row, at=visit.at),
    }
    after = row.held_at is not None or row.cancelled_at is not None
    context |= {"held": _held(visit, row, name)} if after else _ahead(visit, row, name)
    return visit.show("staff/conversation_over.html" if after else "staff/conversation.html", context)


def _held(visit: Visit["Conversation"], row: "Conversation", name: str) -> object:
    if row.held_at is None:
        return None
    (whole,) = queries.with_all(talks=[row])
    return held_part(whole, name=name, reader=visit.viewer.person, seen=visit.at, mark=_mark)


def _ahead(visit: Visit["Conversation"], row: "Conversation", name: str) -> dict[str, object]:
    seen = queries.prepared(conversation=row, at=visit.at)
    staff = seen.last.written_by.given_name if seen.last else visit.viewer.person.given_name
    return {
        "boundaries": seen.boundaries,
        "items": [item_part(one, reader=visit.viewer.person, url=_withdraw(visit, one)) for one in seen.agenda],
        "agreements": agreement_parts(seen.agreements, name=name, staff=staff, mark=_mark),
        "last": note_part(seen.last, name=name, seen=visit.at) if seen.last else None,
        "staff": staff,
        "words": _words(seen),
        "topic_form": topic_form(None, name),
    }


def _withdraw(visit: Visit["Conversation"], item: "AgendaItem") -> str:
    return reverse("agenda_withdraw", args=[item.pk]) if item.put_by_id == visit.viewer.pk else ""


def _mark(agreement: "Agreement") -> str:
    return reverse("case_agreement", args=[agreement.pk]) if agreement.owner == Side.COORDINATOR else ""


def _words(seen: "Prepared") -> list[tuple[str, str, str]]:
    return [(str(one.get_kind_display()), one.words, day(one.written_at)) for one in seen.words]
