"""Ikke nu: she does not want to talk about it, and is not asked again about this round."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse, HttpResponseNotAllowed

from bordenden.access import acts
from bordenden.assessments import actions
from bordenden.foundation.rules import NotPossible
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet


@opens(acts.TALK_DECLINE)
def not_now(visit: Visit[Sheet], pk: UUID) -> HttpResponse:
    """POST only; back to the page she came from."""
    if visit.posted is None:
        visit.reach(pk)
        return HttpResponseNotAllowed(["POST"])
    # Of a round that is not finished she has not been asked: nothing to say no to, and no error of hers.
    with suppress(NotPossible), visit.writing(pk) as held:
        actions.not_now(sheet=held, by=visit.viewer.person, at=visit.at)
    return visit.go("development", held.table_id)
