"""Borde, jeg sidder ved: the tables where somebody has opened a room for the guest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.mentors.queries import profile_of
from bordenden.pathways.queries import heads_of
from bordenden.web.guest.frame import menu
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import pager_of
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@opens(acts.GUEST_TABLE_READ)
def guest_tables(visit: Visit[Table]) -> HttpResponse:
    """Each table by the name of who sits at its head."""
    page = visit.page_of(visit.reachable().order_by("opened_at", "pk"))
    tables = list(page.object_list)
    heads = heads_of(tables=tables, at=visit.at)
    rows = [
        (whose(given_names(heads.get(table.pk, []))), reverse("guest_table", args=[table.pk])) for table in tables
    ]
    context = {
        "rows": rows,
        "pager": pager_of(page),
        "described": profile_of(person=visit.viewer.person) is not None,
        "nav_items": menu("guest_tables"),
    }
    return visit.show("guest/guest_tables.html", context)
