"""Tag det tilbage: the caseworker takes off the agenda what he put there himself, and nothing of hers."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions
from bordenden.web.parts.names import given_names
from bordenden.web.parts.talk_forms import OnceForm
from bordenden.web.parts.talks import item_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import AgendaItem


@opens(acts.AGENDA_WITHDRAW)
def agenda_withdraw(visit: Visit["AgendaItem"], item: UUID) -> HttpResponse:
    """The line, and a button where it is his own and not yet talked about."""
    form = OnceForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(item) as held:
                actions.withdraw_item(item=held, by=visit.viewer.person, at=visit.at)
            return visit.go("conversations", held.table_id)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        row = visit.reach(item)
        context = {
            "item": item_part(row, reader=visit.viewer.person),
            "own": row.put_by_id == visit.viewer.pk,
            "writer": given_names([row.put_by]),
            "table": row.table_id,
        }
        return visit.show("staff/agenda_withdraw.html", context, form)
