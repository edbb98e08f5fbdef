"""Fandt du ikke det, du leder efter?: what she misses is counted; her words stay hers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers.actions import say_need
from bordenden.web.citizen.offer_forms import NeedForm
from bordenden.web.parts.reader import ONLY_YOU
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.NEED_SAY)
def need_new(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """The same form sent twice is one need."""
    form = NeedForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as table:
                say_need(table=table, by=visit.viewer.person, at=visit.at, **form.told)
            answer = visit.go("offers", pk)
            answer["Location"] += "?sagt=tak"
            return answer
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        visit.reach(pk)
        return visit.show("citizen/need_new.html", {"table": pk, "reader": ONLY_YOU}, form)
