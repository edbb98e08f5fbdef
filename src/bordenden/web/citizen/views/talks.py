"""Det, I har talt om: the conversations that were held, the newest first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.meetings import queries
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.paging import cut
from bordenden.web.parts.talks import held_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import Agreement
    from bordenden.pathways.models import Table

A_PAGE = 10


@opens(acts.CONVERSATIONS_READ)
def talks(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """All that was written of them, paged."""
    table = visit.reach(pk)
    only_her(visit, table)
    page = cut(partial(queries.earlier, table=table), visit.request.GET.get("side"), size=A_PAGE)
    reader = visit.viewer.person

    def mark(row: Agreement) -> str:
        return reverse("agreement", args=[row.pk])

    context = {
        "table": table,
        "held": [held_part(row, name="", reader=reader, seen=visit.at, mark=mark) for row in page.rows],
        "pager": page.pager,
    }
    return visit.show("citizen/talks.html", context)
