"""Tag ønsket tilbage: it leaves the plan; that she once wished it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans.actions import drop
from bordenden.web.citizen.forms import WholeForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Chosen


@opens(acts.CHOSEN_DROP)
def wish_drop(visit: Visit[Chosen], pk: UUID) -> HttpResponse:
    """She is asked once, and may wish for it again whenever she likes."""
    form = WholeForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as chosen:
                drop(chosen=chosen, by=visit.viewer.person, at=visit.at)
            return visit.go("my_offers", chosen.table_id)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        chosen = visit.reach(pk, "offer")
        words = chosen.offer.name if chosen.offer else chosen.words
        return visit.show("citizen/wish_drop.html", {"table": chosen.table_id, "words": words}, form)
