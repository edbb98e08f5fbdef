"""Dig som mentor for Amina: what was agreed, and the ways to write, to answer and to stop; nothing of hers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.exchange.queries import thread_with
from bordenden.mentors.queries import agreement_of, standing_agreement
from bordenden.pathways.queries import at_the_head
from bordenden.web.guest.frame import menu
from bordenden.web.guest.mentoring import own_seat
from bordenden.web.parts.mentoring import terms_part
from bordenden.web.parts.names import given_names
from bordenden.web.parts.said_when import day, whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Seat, Table


@opens(acts.MENTORING_READ)
def guest_mentor(visit: Visit[Table], table: UUID) -> HttpResponse:
    """Also while no room is open: a mentor who was chosen reads what the task is."""
    reached = visit.reach(table)
    seat = own_seat(visit, table)
    name = given_names(at_the_head(table=reached, at=visit.at))
    thread = thread_with(seat=seat)
    context = {
        "name": name,
        "owner": whose(name),
        "table": table,
        "mentor": "",
        "since": day(seat.starts_at),
        "opened": visit.may(acts.GUEST_TABLE_READ, reached),
        "may_note": visit.may(acts.MENTOR_NOTE_WRITE, reached),
        "thread_url": reverse("guest_thread", args=(thread.pk,))
        if thread and visit.may(acts.THREAD_WRITE, thread)
        else "",
        **_agreed(visit, seat),
        "nav_items": menu(),
    }
    return visit.show("guest/guest_mentor.html", context)


def _agreed(visit: Visit[Table], seat: Seat) -> dict[str, object]:
    """The agreement that counts, and a newer one that waits for a yes."""
    newest, standing = agreement_of(seat=seat), standing_agreement(seat=seat, at=visit.at)
    waits = newest if newest is not None and not newest.agreed else None
    counts = standing or (newest if newest is not None and newest.agreed else None)
    return {
        "counts": terms_part(counts, at=visit.at) if counts else None,
        "waits": terms_part(waits, at=visit.at) if waits else None,
    }
