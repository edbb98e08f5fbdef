"""The contact log of a course in the sample, to read as it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.contactlog.queries import newest
from bordenden.pathways.queries import at_the_head
from bordenden.web.insight.frame import menu
from bordenden.web.insight.supervising import nothing_to_send, why_here
from bordenden.web.parts.contacts import contacts_part
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.SUPERVISED_CONTACTS)
def supervised_contacts(visit: Visit[Table], table: UUID) -> HttpResponse:
    """What the caseworker wrote and how it went, newest first."""
    if refused := nothing_to_send(visit):
        return refused
    reached = visit.reach(table)
    name = given_names(at_the_head(table=reached, at=visit.at))
    page = cut(partial(newest, table=reached), visit.request.GET.get("side"))
    context = {
        "why": why_here(reached, visit.viewer.person, visit.at),
        "name": name,
        "part": contacts_part(page.rows, name=name, seen=visit.at),
        "pager": page.pager,
        "nav_items": menu("home"),
    }
    return visit.show("insight/supervised_contacts.html", context)
