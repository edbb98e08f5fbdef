"""An event as words: when, where, for whom, and whether she comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from bordenden.web.parts.said_when import clock, weekday

if TYPE_CHECKING:
    from bordenden.offers.models import Event


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event in a list. `off`: it is called off; `going`: she comes."""

    name: str
    when: str
    place: str
    about: str
    for_whom: str
    contact: str
    off: bool
    going: bool
    going_url: str
    calendar_url: str


def event_line(event: Event, table: UUID, at: datetime) -> EventLine:
    """Of an event from `offers.queries.events_for`."""
    return EventLine(
        event.name,
        event_when(event),
        event.place,
        event.about,
        event.for_whom,
        event.contact,
        event.cancelled_at is not None and event.cancelled_at <= at,
        event.going,  # type: ignore[attr-defined]
        reverse("event_attend", args=[table, event.pk]),
        reverse("event_calendar", args=[table, event.pk]),
    )


def event_when(event: Event) -> str:
    """ "Tirsdag 10. marts kl. 16.00–18.00", with the day it ends where that is another."""
    first, last = localdate(event.starts_at), localdate(event.ends_at)
    words = {"day": weekday(first), "from": clock(localtime(event.starts_at)), "to": clock(event.ends_at)}
    if first == last:
        return _("%(day)s kl. %(from)s–%(to)s") % words
    return _("%(day)s kl. %(from)s til %(last)s kl. %(to)s") % {**words, "last": weekday(last)}
