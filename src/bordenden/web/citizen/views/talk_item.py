"""One line of the agenda: she moves it up or down, or takes it off, whoever wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions
from bordenden.meetings.queries import next_conversation, waiting_items
from bordenden.web.citizen.forms import WholeForm
from bordenden.web.citizen.talk_words import SHOWN
from bordenden.web.parts.paging import page_number
from bordenden.web.parts.talks import item_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import AgendaItem

MOVES = {"up": True, "down": False}


@opens(acts.AGENDA_ORDER)
def talk_item(visit: Visit[AgendaItem], pk: UUID) -> HttpResponse:
    """The line with its three buttons."""
    form = WholeForm(visit.posted)
    if visit.posted is not None:
        try:
            with visit.writing(pk) as held:
                _do(held, visit)
                page = _page(held, visit)
            answer = visit.go("talk", held.table_id)
            answer["Location"] += _at(page)
            return answer
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        row = visit.reach(pk)
        back = reverse("talk", args=[row.table_id]) + _at(_side(visit))
        context = {"item": item_part(row, reader=visit.viewer.person), "back": back}
        return visit.show("citizen/talk_item.html", context, form)


def _side(visit: Visit[AgendaItem]) -> int:
    """The page of the list she came from."""
    return page_number(visit.request.GET.get("side", ""))


def _at(page: int) -> str:
    return f"?side={page}" if page > 1 else ""


def _page(held: AgendaItem, visit: Visit[AgendaItem]) -> int:
    """The page the line stands on now; where it stood, if it is gone, or what is left before that."""
    coming = next_conversation(table=held.table, at=visit.at)
    rows = [row.pk for row in waiting_items(table=held.table, coming=coming)]
    place = rows.index(held.pk) if held.pk in rows else (_side(visit) - 1) * SHOWN
    return min(place, max(len(rows) - 1, 0)) // SHOWN + 1


def _do(held: AgendaItem, visit: Visit[AgendaItem]) -> None:
    """An unknown button does nothing."""
    do, by = visit.request.POST.get("do", ""), visit.viewer.person
    if do == "remove":
        actions.remove_item(item=held, by=by, at=visit.at)
    elif do in MOVES:
        actions.move_item(item=held, up=MOVES[do], by=by, at=visit.at)
