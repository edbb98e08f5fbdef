"""Mentorens noter, for her caseworker: to read, a page at a time; of one of them also how it stood before."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.mentoring import ONE, notes_page
from bordenden.web.parts.names import given_names
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.MENTOR_NOTES_READ)
def case_mentor_notes(visit: Visit[Table], table: UUID) -> HttpResponse:
    """Nobody but the mentor writes here."""
    reached = visit.reach(table)
    only_staff(visit, reached)
    sent = visit.request.GET
    part = notes_page(reached, asked=sent.get(ONE), side=sent.get("side"))
    name = given_names(at_the_head(table=reached, at=visit.at))
    return visit.show("staff/case_mentor_notes.html", {**part, "name": name, "table": table})
