"""Min egen idé: something that is in no catalogue becomes a wish on her plan."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.offer_forms import IdeaForm
from bordenden.web.citizen.views.wish_new import keep, said_at
from bordenden.web.parts.reader import reader_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.CHOSEN_WISH)
def idea_new(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """The same form sent twice makes one wish."""
    with visit.reading():
        table = visit.reach(pk)
        form = IdeaForm(visit.posted, said=said_at(table))
        context = {"table": pk, "reader": reader_of(table, visit.at)}
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                keep(visit, held, form)
            return visit.go("my_offers", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        return visit.show("citizen/idea_new.html", context, form)
