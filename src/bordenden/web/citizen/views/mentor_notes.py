"""Din mentors noter: every note there is, the newest first, and how it stood before it was put otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.mentoring import ONE, notes_page
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.MENTOR_NOTES_READ)
def mentor_notes(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """All of them, or (`?note=`) every wording of one."""
    table = visit.reach(pk)
    only_her(visit, table)
    sent = visit.request.GET
    part = notes_page(table, asked=sent.get(ONE), side=sent.get("side"))
    return visit.show("citizen/mentor_notes.html", {**part, "table": pk})
