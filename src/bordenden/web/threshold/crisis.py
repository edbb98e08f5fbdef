"""The numbers for a crisis on each of her pages, kept in the process for a minute: no page asks for them again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bordenden.foundation.clock import now
from bordenden.people.queries import crisis_lines

if TYPE_CHECKING:
    from bordenden.people.models import Person

LIFE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Line:
    """Whom to call, and when somebody answers ("" when that is not known)."""

    name: str
    phone: str
    hours: str


# By municipality (None: nobody is logged in): until when they hold, and the lines. Public numbers, nobody's own.
_kept: dict[int | None, tuple[datetime, tuple[Line, ...]]] = {}


def lines_for(person: Person | None) -> tuple[Line, ...]:
    """The numbers where the person lives, at most a minute old. No query, or one."""
    place = person.municipality_id if person is not None else None
    at = now()
    until, lines = _kept.get(place, (at, ()))
    if until <= at:
        lines = tuple(Line(row.name, row.phone, row.hours) for row in crisis_lines(person=person))
        _kept[place] = (at + LIFE, lines)
    return lines


def forget() -> None:
    """What is kept is asked for anew."""
    _kept.clear()
