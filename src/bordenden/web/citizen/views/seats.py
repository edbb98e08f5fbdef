"""Ved mit bord: who sits here, since when, and the way to what each may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.foundation.days import last_day_before
from bordenden.pathways.queries import Place, place_of, seats_now
from bordenden.pathways.words import Room, SeatRole
from bordenden.supervision.queries import with_purposes
from bordenden.web.citizen.caseworkers import caseworkers_before
from bordenden.web.design.parts import Seat
from bordenden.web.parts.paging import cut
from bordenden.web.parts.roles import ROLES
from bordenden.web.parts.said_when import day, on_day
from bordenden.web.parts.substitute import substitute_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

# Their seats end on a day that is set from the first, and she opens nothing for them.
FOR_A_TIME = frozenset({SeatRole.SUBSTITUTE, SeatRole.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody at her table: who, since when, how to reach them, and what they may see."""

    name: str
    given_name: str
    role: str
    since: str
    phone: str
    reachable: str
    sees: tuple[str, ...]
    until: str
    rooms_url: str
    preview_url: str
    purpose: str = ""


@opens(acts.TABLE_READ)
def seats(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Everybody at the table but herself, in the order they came."""
    table = visit.reach(pk)
    page = cut(with_purposes(seats=seats_now(table=table, at=visit.at)), visit.request.GET.get("side"))
    around = [place_of(seat=seat) for seat in page.rows]
    before = caseworkers_before(table, at=visit.at)
    head = Seat(visit.viewer.person.given_name, _("dig, for bordenden"), head=True)
    context = {
        "drawing": [head, *(Seat(place.person.given_name, str(ROLES[place.role])) for place in around)],
        "neighbours": [_neighbour(place) for place in around],
        "pager": page.pager,
        "before": before,
        "any_here": any(one.here for one in before),
        "substitute": substitute_part(table, at=visit.at),
        "table": pk,
    }
    return visit.show("citizen/seats.html", context)


def _neighbour(place: Place) -> Neighbour:
    person, seat = place.person, place.seat
    child = place.role == SeatRole.FAMILY
    sees = [room for room in Room if room in place.rooms or acts.needs_no_opening(room, place.role)]
    return Neighbour(
        person.name,
        person.given_name,
        str(ROLES[place.role]),
        day(seat.starts_at),
        "" if child else person.phone,
        "" if child else person.reachable,
        tuple(str(room.label) for room in sees),
        on_day(last_day_before(seat.ends_at)) if place.role in FOR_A_TIME and seat.ends_at else "",
        "" if child or place.role in FOR_A_TIME else reverse("rooms", args=[seat.pk]),
        "" if child else reverse("preview", args=[seat.pk]),
        getattr(seat, "purpose") or "",  # noqa: B009 (the annotation gives it, no type knows it)
    )
