"""Giv en sagsbehandler: she is seated with one, and what she brings is laid before her, unread."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.moves import actions
from bordenden.moves.words import LIES_READY
from bordenden.programmes.queries import colleagues
from bordenden.web.insight.arrival_form import ArrivalForm
from bordenden.web.insight.frame import menu
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.moves.models import Arrival


@opens(acts.ARRIVAL_RECEIVE)
def arrival(visit: Visit[Arrival], pk: UUID) -> HttpResponse:
    """Once received it says so, and nothing else."""
    with visit.reading():
        known = {str(one.pk): one for one in colleagues(of=visit.viewer.person, at=visit.at)}
    form = ArrivalForm(visit.posted, caseworkers=[(key, one.name) for key, one in known.items()])
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                chosen = known[form.cleaned_data["coordinator"]]
                actions.receive(arrival=held, coordinator=chosen, by=visit.viewer.person, at=visit.at)
            return visit.go("arrival", pk)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        reached = visit.reach(pk, "origin")
        context = {
            "name": reached.name,
            "origin": reached.origin.name,
            "sent": day(reached.sent_at),
            "until": day(reached.sent_at + LIES_READY),
            "received": day(reached.received_at) if reached.received_at else "",
            "nav_items": menu("home"),
        }
        return visit.show("insight/arrival.html", context, form)
