"""One line of the agenda: she moves it up or down, or takes it off, whoever wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions
from bordenden.web.citizen.forms import WholeForm
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
            return visit.go("talk", held.table_id)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        row = visit.reach(pk)
        context = {"item": item_part(row, reader=visit.viewer.person), "table": row.table_id}
        return visit.show("citizen/talk_item.html", context, form)


def _do(held: AgendaItem, visit: Visit[AgendaItem]) -> None:
    """An unknown button does nothing."""
    do, by = visit.request.POST.get("do", ""), visit.viewer.person
    if do == "remove":
        actions.remove_item(item=held, by=by, at=visit.at)
    elif do in MOVES:
        actions.move_item(item=held, up=MOVES[do], by=by, at=visit.at)
