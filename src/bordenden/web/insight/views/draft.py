"""Kladden: the draft's questions in order; begun from the newest version, and each question moved by a button."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.web.insight.drafts import listed
from bordenden.web.insight.frame import menu
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_EDIT)
def draft(visit: Visit[Instrument], pk: UUID) -> HttpResponse:
    """Begin it, move a question, or look at it."""
    if visit.posted is not None:
        with visit.writing(pk) as held:
            kept = actions.begin_draft(instrument=held, by=visit.viewer.person, at=visit.at)
            for name in ("up", "down"):
                if code := visit.posted.get(name, ""):
                    actions.move_item(draft=kept, code=code, up=name == "up", by=visit.viewer.person, at=visit.at)
        return visit.go("draft", pk)
    thing = visit.reach(pk)
    kept_or_none = queries.draft_of(instrument=thing)
    context = {
        "instrument": thing,
        "draft": kept_or_none,
        "questions": listed(kept_or_none) if kept_or_none else [],
        "nav_items": menu("instruments"),
    }
    return visit.show("insight/draft.html", context)
