"""Hvem må se filen? A switch for each she writes with, her guests the day they meet, her own file taken away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.exchange import actions
from bordenden.exchange.queries import invited_seats, shown_to, writing_seats
from bordenden.foundation.rules import NotPossible
from bordenden.meetings.actions import lay_file
from bordenden.meetings.queries import meet_today
from bordenden.web.citizen.forms import WholeForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bordenden.exchange.models import File
    from bordenden.pathways.models import Seat

SHOW, HIDE, LAY, REMOVE = "show", "hide", "lay", "remove"


@dataclass(frozen=True, slots=True)
class Switch:
    """Somebody at her table, and whether the file is shown there."""

    name: str
    seat: UUID
    shown: bool


@opens(acts.FILE_READ)
def file(visit: Visit[File], pk: UUID) -> HttpResponse:
    """Each switch is one press."""
    form, asked = WholeForm(visit.posted), visit.request.POST.get("do", "")
    if asked in {SHOW, HIDE, LAY, REMOVE}:
        try:
            return _done(visit, pk, asked)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        reached = visit.reach(pk, "put_by", "table")
        if reached.removed_at is not None:
            raise Http404
        shown = shown_to(file=reached, at=visit.at)
        context = {
            "file": reached,
            "get_url": reverse("file_get", args=[pk]),
            "switches": _switches(writing_seats(thing=reached, at=visit.at), shown),
            "guests": _switches(invited_seats(thing=reached, at=visit.at), shown),
            "meet": meet_today(table=reached.table, at=visit.at).exists(),
            "own": reached.put_by_id == visit.viewer.pk,
        }
        return visit.show("citizen/file.html", context, form)


def _switches(seats: Iterable[Seat], shown: frozenset[UUID]) -> list[Switch]:
    return [Switch(seat.person.given_name, seat.pk, seat.pk in shown) for seat in seats]


def _done(visit: Visit[File], pk: UUID, asked: str) -> HttpResponse:
    by, at = visit.viewer.person, visit.at
    with visit.writing(pk) as held:
        if asked == REMOVE:
            actions.remove(file=held, by=by, at=at)
            return visit.go("files", held.table_id)
        named = visit.request.POST.get("seat", "")
        around = [*writing_seats(thing=held, at=at), *invited_seats(thing=held, at=at)]
        seat = next((one for one in around if str(one.pk) == named), None)
        if seat is None or held.removed_at is not None:
            raise Http404
        if asked == LAY:
            lay_file(file=held, seat=seat, by=by, at=at)
        else:
            actions.show_to(file=held, seat=seat, shown=asked == SHOW, by=by, at=at)
    return visit.go("file", pk)
