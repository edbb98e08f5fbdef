"""Who was her caseworker before, until when, and why it changed: in words that tell nobody's private matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy

from bordenden.foundation.days import last_day_before
from bordenden.pathways.queries import coordinators_before
from bordenden.pathways.words import LeavingReason
from bordenden.web.parts.said_when import on_day

if TYPE_CHECKING:
    from datetime import datetime

    from bordenden.pathways.models import Seat, Table

SHOWN = 10
# Why somebody is away, or has too much to do, is theirs alone; what she needs to know is that it was not her.
WHY = {
    LeavingReason.NEW_WORK: gettext_lazy("%(name)s har fået andet arbejde."),
    LeavingReason.LONG_AWAY: gettext_lazy("%(name)s er ikke på arbejde i længere tid."),
    LeavingReason.TOO_MANY: gettext_lazy("Vi skiftede, så der er mere tid til dig."),
    LeavingReason.HER_WISH: gettext_lazy("Det var dit eget ønske."),
    LeavingReason.MATCH: gettext_lazy("Vi fandt en, der ved mere om det, du er i gang med."),
    LeavingReason.ORGANISATION: gettext_lazy("Vi har delt arbejdet på en ny måde. Det handler ikke om dig."),
    LeavingReason.OTHER: gettext_lazy("Du må gerne spørge os hvorfor."),
}


@dataclass(frozen=True, slots=True)
class Before:
    """One who was her caseworker: given name, the last day, why it changed ("" where it was never said), and `here`:
    whether that one sits there again.
    """

    name: str
    last: str
    why: str
    here: bool


def caseworkers_before(table: Table, *, at: datetime) -> list[Before]:
    """The last to leave first. One query."""
    return [_before(seat) for seat in coordinators_before(table=table, at=at)[:SHOWN]]


def _before(seat: Seat) -> Before:
    assert seat.ends_at is not None  # noqa: S101
    name = {"name": seat.person.given_name}
    why = WHY[LeavingReason(seat.left_because)] % name if seat.left_because else ""
    return Before(seat.person.given_name, on_day(last_day_before(seat.ends_at)), why, getattr(seat, "here"))  # noqa: B009
