"""Jeg vil med, or Alligevel ikke."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers.actions import attend
from bordenden.offers.queries import coming_events
from bordenden.web.citizen.offer_forms import GoingForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.EVENT_ATTEND)
def event_attend(visit: Visit[Table], pk: UUID, event: UUID) -> HttpResponse:
    """POST only, and back to the list."""
    form = GoingForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as table:
                about = get_object_or_404(coming_events(municipality=table.municipality, at=visit.at), pk=event)
                attend(
                    table=table, event=about, coming=form.cleaned_data["coming"], by=visit.viewer.person, at=visit.at
                )
            return visit.go("events", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        visit.reach(pk)
        if visit.posted is None:
            return HttpResponseNotAllowed(["POST"])
        return visit.show("citizen/event_attend.html", {"table": pk}, form)
