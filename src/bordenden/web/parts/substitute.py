"""Who takes over while her caseworker is away, now or soon: name, days, telephone. Shown at the citizen's door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bordenden.foundation.days import last_day_before
from bordenden.pathways.queries import in_role, substitutes
from bordenden.pathways.words import SeatRole
from bordenden.web.parts.said_when import day, on_day

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@dataclass(frozen=True, slots=True)
class SubstitutePart:
    """The substitute as she reads it. `now`: sits there already; else `first` is still to come."""

    name: str
    given_name: str
    instead_of: str
    now: bool
    first: str
    last: str
    phone: str
    reachable: str


def substitute_part(table: Table, *, at: datetime) -> SubstitutePart | None:
    """The one who sits there now, else the next to come; None for nobody. One query, two when there is one."""
    seat = substitutes(tables=[table], at=at).first()
    if seat is None or seat.ends_at is None:
        return None
    away = in_role(table=table, role=SeatRole.COORDINATOR, at=at)
    return SubstitutePart(
        name=seat.person.name,
        given_name=seat.person.given_name,
        instead_of=away.given_name if away else "",
        now=seat.starts_at <= at,
        first=day(seat.starts_at),
        last=on_day(last_day_before(seat.ends_at)),
        phone=seat.person.phone,
        reachable=seat.person.reachable,
    )
