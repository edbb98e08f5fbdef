"""Skriv det på dagsordenen: what fell is put on the list for the next talk, because she says so."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseNotAllowed

from bordenden.access import acts
from bordenden.assessments.queries import her_curves
from bordenden.meetings.actions import put_on_agenda
from bordenden.web.citizen.met import talked_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.AGENDA_WRITE)
def talk_of_it(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """POST only, and hers only: her caseworker writes on the agenda at his own door."""
    if visit.posted is None:
        visit.reach(pk)
        return HttpResponseNotAllowed(["POST"])
    with visit.writing(pk) as table:
        if not visit.may(acts.TABLE_READ, table):
            raise Http404
        for words in talked_of(her_curves(table=table)):
            put_on_agenda(table=table, words=words, by=visit.viewer.person, at=visit.at)
    return visit.go("development", pk)
