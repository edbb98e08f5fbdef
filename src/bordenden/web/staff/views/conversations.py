"""Samtaler: what is planned with one citizen, what waits for a note, and what was held."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.meetings import queries
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.parts.talks import TalkPart, held_part, item_part, talk_part
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.staff.talk_words import topic_form
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bordenden.meetings.models import Conversation
    from bordenden.pathways.models import Table

A_PAGE = 10
LONGEST_AGENDA = 50


@opens(acts.CONVERSATIONS_READ)
def conversations(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """The next first, then those that wait for a note, then the earlier ones, paged."""
    reached = visit.reach(table)
    only_staff(visit, reached)
    name = given_names(at_the_head(table=reached, at=visit.at))
    reader = visit.viewer.person
    asked = visit.request.GET.get
    planned = cut(queries.planned(table=reached, at=visit.at), asked("naeste"), size=A_PAGE, word="naeste")
    unnoted = cut(queries.awaiting_note(table=reached, at=visit.at), asked("mangler"), size=A_PAGE, word="mangler")
    waiting = queries.waiting_items(table=reached, coming=None)[: 0 if planned.rows else LONGEST_AGENDA]
    page = cut(queries.earlier(table=reached), asked("side"), size=A_PAGE)

    def parts(rows: "Iterable[Conversation]") -> list[TalkPart]:
        return [talk_part(row, name=name, seen=visit.at, url=_url(row)) for row in rows]

    context = {
        "name": name,
        "table": reached,
        "planned": parts(planned.rows),
        "unnoted": parts(unnoted.rows),
        "items": [item_part(row, reader=reader) for row in waiting],
        "topic_form": topic_form(None, name),
        "held": [held_part(row, name=name, reader=reader, seen=visit.at, url=_url(row)) for row in page.rows],
        "planned_pager": planned.pager,
        "unnoted_pager": unnoted.pager,
        "pager": page.pager,
    }
    return visit.show("staff/conversations.html", context)


def _url(row: "Conversation") -> str:
    return reverse("conversation", args=[row.pk])
