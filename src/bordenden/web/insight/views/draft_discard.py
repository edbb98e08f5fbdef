"""Kassér kladden: it and what was said of it are gone; published versions are not touched."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions
from bordenden.web.insight.drafts import draft_at
from bordenden.web.insight.frame import menu
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_EDIT)
def draft_discard(visit: Visit[Instrument], pk: UUID) -> HttpResponse:
    """Ask once, then do it."""
    if visit.posted is not None:
        with visit.writing(pk) as held:
            actions.discard(draft=draft_at(held), by=visit.viewer.person, at=visit.at)
        return visit.go("instrument", pk)
    thing = visit.reach(pk)
    context = {"instrument": thing, "draft": draft_at(thing), "nav_items": menu("instruments")}
    return visit.show("insight/draft_discard.html", context)
