"""Se kladden, som hun ser den: the very part of her own page, question by question."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.programmes.words import Track
from bordenden.web.insight.drafts import draft_at
from bordenden.web.insight.frame import menu
from bordenden.web.parts.question import question_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument


@opens(acts.INSTRUMENT_TRY)
def draft_preview(visit: Visit[Instrument], pk: UUID, number: int) -> HttpResponse:
    """In the edition of `?udgave=`. A button pressed leads on, as it does for her; nothing is kept."""
    asked = visit.request.GET.get("udgave", "")
    edition = asked if asked in Track.values else Track.JOB.value
    thing = visit.reach(pk)
    draft = draft_at(thing)
    items = queries.items_in(version=draft, edition=edition)
    if not 1 <= number <= len(items):
        raise Http404
    if visit.posted is not None:
        return visit.go("draft_preview", pk, min(number + 1, len(items)))
    part = question_part(items[number - 1], number=number, total=len(items), intro=draft.intro if number == 1 else "")
    context = {
        "instrument": thing,
        "part": part,
        "before": number - 1,
        "after": number + 1 if number < len(items) else 0,
        "edition": edition,
        "editions": Track.choices if any(item.edition for item in items) else [],
        "nav_items": menu("instruments"),
    }
    return visit.show("insight/draft_preview.html", context)
