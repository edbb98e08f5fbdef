"""Beskeder og filer, for somebody of the family: what the head has begun, and what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts, gate
from bordenden.exchange.queries import shown_files, unread_from_head
from bordenden.pathways.queries import at_the_head
from bordenden.pathways.words import SeatRole
from bordenden.web.citizen.family_door import only_the_family
from bordenden.web.parts.exchange import file_line
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Family

A_PAGE = 20


@opens(acts.FAMILY_READ)
def family_messages(visit: Visit[Family], pk: UUID) -> HttpResponse:
    """Of the own seat alone; a sister's are not here."""
    ours = visit.reach(pk, "table")
    only_the_family(visit, ours)
    own = {"shared_to__person": visit.viewer.person, "shared_to__role": SeatRole.FAMILY, "table": ours.table_id}
    thread = gate.reachable(visit.viewer, acts.THREAD_WRITE, at=visit.at).filter(**own).order_by("pk").first()
    views = shown_files(gate.reachable(visit.viewer, acts.FILE_VIEW, at=visit.at).filter(**own))
    files = cut(views, visit.request.GET.get("side"), size=A_PAGE)
    context = {
        "family": ours,
        "name": given_names(at_the_head(table=ours.table, at=visit.at)),
        "thread": thread,
        "unread": unread_from_head(threads=[thread]).get(thread.pk, 0) if thread else 0,
        "files": [
            file_line(view.file, seen=visit.at, get_url=reverse("family_file_get", args=[view.pk]))
            for view in files.rows
        ],
        "pager": files.pager,
    }
    return visit.show("citizen/family_messages.html", context)
