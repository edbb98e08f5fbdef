"""Vores kontakt: every entry about her, as it was written, with her own view first and corrections beside."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.contactlog.queries import newest
from bordenden.pathways.queries import in_role
from bordenden.pathways.words import SeatRole
from bordenden.web.parts.contacts import contacts_part
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.CONTACTS_READ)
def contacts(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """Her contacts, the newest first."""
    reached = visit.reach(table)
    coordinator = in_role(table=reached, role=SeatRole.COORDINATOR, at=visit.at)
    page = cut(partial(newest, table=reached, copies=True), visit.request.GET.get("side"))
    context = {
        "table": reached,
        "coordinator": coordinator.given_name if coordinator else "",
        "part": contacts_part(page.rows, name="", seen=visit.at, copies=True),
        "pager": page.pager,
    }
    return visit.show("citizen/contacts.html", context)
