"""Gem, and lay side by side: her own small heap, which nobody else sees."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.http import HttpResponse, HttpResponseNotAllowed

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions
from bordenden.web.citizen.in_the_catalogue import offered
from bordenden.web.citizen.offer_forms import HeapForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

DOES: Final[dict[str, Callable[..., object]]] = {
    "save": actions.save,
    "unsave": actions.unsave,
    "lay_beside": actions.lay_beside,
    "lay_back": actions.lay_back,
}


@opens(acts.OFFER_SAVE)
def offer_save(visit: Visit[Table], pk: UUID, offer: UUID) -> HttpResponse:
    """POST only. Back to where she pressed; a page of its own says why when it was not possible."""
    form = HeapForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as table:
                about = offered(table, offer, at=visit.at)
                do = DOES[form.cleaned_data["do"]]
                do(table=table, offer=about, by=visit.viewer.person, at=visit.at)
            return visit.go(form.back_to, pk) if form.back_to != "offer" else visit.go("offer", pk, offer)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        visit.reach(pk)
        if visit.posted is None:
            return HttpResponseNotAllowed(["POST"])
        return visit.show("citizen/offer_save.html", {"table": pk, "offer": offer}, form)
