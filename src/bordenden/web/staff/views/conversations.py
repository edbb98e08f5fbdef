"""Samtaler: what is planned with one citizen, what waits for a note, and what was held."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.meetings import queries
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import Cut, cut
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
# A talk that was held stands there with its notes and what they agreed on.
HELD = 8
R = TypeVar("R")


@opens(acts.CONVERSATIONS_READ)
def conversations(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """The next first, then those that wait for a note, then the earlier ones, paged."""
    reached = visit.reach(table)
    only_staff(visit, reached)
    name = given_names(at_the_head(table=reached, at=visit.at))
    reader = visit.viewer.person
    planned = _page(visit, partial(queries.planned, table=reached, at=visit.at), "naeste", _("Næste samtale"))
    unnoted = _page(
        visit, partial(queries.awaiting_note, table=reached, at=visit.at), "mangler", _("Venter på, at du skriver")
    )
    waiting = partial(queries.some_waiting_items, table=reached, coming=None)
    agenda = None if planned.rows else _page(visit, waiting, "emner", _("Det vil I tale om"))
    held = _page(visit, partial(queries.earlier, table=reached), "side", _("Tidligere samtaler"), HELD)

    def parts(rows: "Iterable[Conversation]") -> list[TalkPart]:
        return [talk_part(row, name=name, seen=visit.at, url=_url(row)) for row in rows]

    context = {
        "name": name,
        "table": reached,
        "planned": parts(planned.rows),
        "unnoted": parts(unnoted.rows),
        "items": [item_part(row, reader=reader) for row in agenda.rows] if agenda else [],
        "topic_form": topic_form(None, name),
        "held": [held_part(row, name=name, reader=reader, seen=visit.at, url=_url(row.talk)) for row in held.rows],
        "planned_pager": planned.pager,
        "unnoted_pager": unnoted.pager,
        "agenda_pager": agenda.pager if agenda else None,
        "pager": held.pager,
    }
    return visit.show("staff/conversations.html", context)


def _page(
    visit: Visit["Table"], rows: Callable[[int, int], list[R]], word: str, label: str, size: int = A_PAGE
) -> Cut[R]:
    """A page of one of the lists, each turned by itself."""
    return cut(rows, visit.request.GET.get(word), size=size, word=word, label=label)


def _url(row: "Conversation") -> str:
    return reverse("conversation", args=[row.pk])
