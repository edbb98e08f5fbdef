"""Stil mig i køen: what it means to stand in line, how many go before, about how long, and the one button."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers import queries as offers
from bordenden.plans import actions
from bordenden.web.citizen.chosen_forms import JoinForm
from bordenden.web.parts.chosen import how_long
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Chosen


@opens(acts.CHOSEN_STEER)
def line_join(visit: Visit[Chosen], pk: UUID) -> HttpResponse:
    """Sent twice she stands in line once; with a place free it is hers to answer for at once."""
    form = JoinForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                key = form.cleaned_data["form_key"]
                actions.stand_in_line(chosen=held, form_key=key, by=visit.viewer.person, at=visit.at)
            return visit.go("line", held.table_id)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        row = visit.reach(pk, "offer")
        if row.offer is None:
            raise Http404
        waiting = offers.in_order(offer=row.offer).count()
        free = offers.free_places(offer=row.offer)
        context = {
            "chosen": row,
            "title": row.title,
            "person": row.offer.kind == "person",
            "free": free is None or free > waiting,
            "number": waiting + 1,
            "about": how_long(offers.pace_of(offer=row.offer, at=visit.at), waiting + 1),
        }
        return visit.show("citizen/line_join.html", context, form)
