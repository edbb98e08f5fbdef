"""Mine vurderinger: every finished round, its day, and who can see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.assessments.words import Purpose, Sharing
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import queries as pathways
from bordenden.pathways.words import SeatRole
from bordenden.web.citizen.deciding import named_seat, who_sees
from bordenden.web.citizen.sheet_forms import SendAlsoForm
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet
    from bordenden.pathways.models import Seat, Table


@dataclass(frozen=True, slots=True)
class Row:
    """One finished round as she reads it: what it is, its day, who sees it; `asks` for one she has not confirmed."""

    sheet: Sheet
    title: str
    when: str
    who_sees: str
    score: int | None
    penned_by: str
    asks: bool
    refused: bool


@opens(acts.SHEET_START)
def sheets(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """To read, and to send what the earlier caseworker had to the new one."""
    form = SendAlsoForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                named = named_seat(held, form.cleaned_data["seat"])
                actions.send_also(table=held, to=named, by=visit.viewer.person, at=visit.at)
            return visit.go("sheets", pk)
        except NotPossible as error:
            form.add_error(None, str(error))
    reached = visit.reach(pk)
    page = cut(queries.finished_sheets(table=reached), visit.request.GET.get("side"))
    scores = queries.scores_of(sheets=page.rows)
    seat = pathways.seat_in_role(table=reached, role=SeatRole.COORDINATOR, at=visit.at)
    context = {
        "table": reached,
        "rows": [_row(sheet, scores.get(sheet.pk), visit.at) for sheet in page.rows],
        "pager": page.pager,
        "seat": seat,
        "earlier": _earlier(reached, seat),
    }
    return visit.show("citizen/sheets.html", context, form)


def _row(sheet: Sheet, score: int | None, at: datetime) -> Row:
    unconfirmed = sheet.pen is not None and sheet.confirmed_at is None
    refused = unconfirmed and sheet.sharing == Sharing.KEPT
    return Row(
        sheet=sheet,
        title=str(Purpose(sheet.purpose).label),
        when=day(sheet.finished_at or sheet.started_at),
        who_sees=who_sees(sheet, at),
        score=score,
        penned_by=sheet.pen.given_name if sheet.pen else "",
        asks=unconfirmed and not refused,
        refused=refused,
    )


def _earlier(table: Table, seat: Seat | None) -> str:
    """By name, who was sent something and no longer sits there; "" for nobody, and while nobody new does."""
    if seat is None:
        return ""
    sent = [sheet.shared_to for sheet in queries.left_behind(table=table, seat=seat) if sheet.shared_to]
    people = {one.person_id: one.person for one in sent if one.person_id != seat.person_id}
    return given_names(people.values())
