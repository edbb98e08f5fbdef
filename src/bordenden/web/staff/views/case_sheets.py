"""Delt med mig: what citizens have sent this caseworker, or show today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments.queries import not_kept
from bordenden.assessments.words import Purpose
from bordenden.pathways.queries import heads_of
from bordenden.web.parts.names import full_names
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet


@dataclass(frozen=True, slots=True)
class Shared:
    """One sheet in the list: whose, what, from which day."""

    pk: UUID
    who: str
    title: str
    when: str
    confirmed: bool


@opens(acts.SHEET_READ)
def case_sheets(visit: Visit[Sheet]) -> HttpResponse:
    """Newest first; with `?bord=` those of one citizen."""
    rows = not_kept(sheets=visit.reachable())
    asked = _table(visit.request.GET.get("bord", ""))
    also = f"bord={asked}" if asked else ""
    page = cut(rows.filter(table=asked) if asked else rows, visit.request.GET.get("side"), also=also)
    heads = heads_of(tables=[sheet.table for sheet in page.rows], at=visit.at) if page.rows else {}
    shared = [
        Shared(
            pk=sheet.pk,
            who=full_names(heads.get(sheet.table_id, [])),
            title=str(Purpose(sheet.purpose).label),
            when=day(sheet.finished_at or sheet.started_at),
            confirmed=sheet.pen_id is None or sheet.confirmed_at is not None,
        )
        for sheet in page.rows
    ]
    return visit.show("staff/case_sheets.html", {"shared": shared, "pager": page.pager, "one": asked})


def _table(asked: str) -> UUID | None:
    try:
        return UUID(asked)
    except ValueError:
        return None
