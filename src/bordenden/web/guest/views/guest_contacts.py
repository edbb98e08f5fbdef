"""The contact log for somebody at the table, while the head keeps that room open for the seat."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.contactlog.queries import newest
from bordenden.pathways.queries import at_the_head
from bordenden.web.guest.frame import menu
from bordenden.web.parts.contacts import contacts_part
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.CONTACTS_READ)
def guest_contacts(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """What the caseworker wrote, read as it stands."""
    reached = visit.reach(table)
    name = given_names(at_the_head(table=reached, at=visit.at))
    page = cut(partial(newest, table=reached), visit.request.GET.get("side"))
    context = {
        "name": name,
        "nav_items": menu(),
        "table": reached,
        "part": contacts_part(page.rows, name=name, seen=visit.at),
        "pager": page.pager,
    }
    return visit.show("guest/guest_contacts.html", context)
