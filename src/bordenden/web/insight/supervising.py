"""What the pages to read of a supervision share: why one is here, until when, and that nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponseNotAllowed

from bordenden.supervision import queries
from bordenden.web.parts.said_when import on_day

if TYPE_CHECKING:
    from bordenden.pathways.models import Table
    from bordenden.people.models import Person
    from bordenden.supervision.models import Supervision
    from bordenden.web.threshold.visit import Visit


@dataclass(frozen=True, slots=True)
class WhyPart:
    """The purpose as the citizen reads it, the last day, and the sample it belongs to."""

    purpose: str
    last: str
    sample: UUID


def why_part(supervision: Supervision) -> WhyPart:
    """Shown on every page to read."""
    return WhyPart(supervision.purpose, on_day(supervision.last_on), supervision.pk)


def why_here(table: Table, by: Person, at: datetime) -> WhyPart:
    """By which sample the page is open. Nothing is shown without one."""
    found = queries.why_here(table=table, by=by, at=at)
    if found is None:
        raise Http404
    return why_part(found)


def nothing_to_send(visit: Visit[Any]) -> HttpResponseNotAllowed | None:
    """The refusal of whatever is sent to a page that is only read, before anything is looked for; None for a GET."""
    return HttpResponseNotAllowed(["GET", "HEAD"]) if visit.posted is not None else None
