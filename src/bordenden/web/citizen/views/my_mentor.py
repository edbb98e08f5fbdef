"""Min mentor: the offer and her answer, who is her mentor now and what they agreed, who was it before."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.mentors import actions, queries
from bordenden.mentors.words import OfferAnswer
from bordenden.pathways.queries import rooms_of
from bordenden.web.citizen.forms import WholeForm
from bordenden.web.citizen.mentor_words import (
    LeftPart,
    agreement_part,
    left_part,
    offered_part,
    two_at_the_head,
)
from bordenden.web.design.parts import Event
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from datetime import datetime

    from bordenden.mentors.models import MentorAgreement
    from bordenden.pathways.models import Seat, Table

SEEN = "seen"
EARLIER_SHOWN = 10


@opens(acts.MENTORS_READ)
def my_mentor(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """How it stands. Her answer to the offer is sent from here, and that she has seen that somebody left."""
    form = WholeForm(visit.posted)
    if visit.posted is not None:
        try:
            said = _done(visit, pk, visit.posted.get("do", ""))
            return visit.go("mentors" if said == OfferAnswer.YES else "my_mentor", pk)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        table = visit.reach(pk)
        return visit.show("citizen/my_mentor.html", _context(visit, table), form)


def _done(visit: Visit[Table], pk: UUID, do: str) -> str:
    """Do what the button says; an unknown one does nothing."""
    with visit.writing(pk) as table:
        if not visit.may(acts.MENTOR_CHOOSE, table):
            raise Http404
        offering, by, at = queries.offering_of(table=table), visit.viewer.person, visit.at
        if do == SEEN and (parting := queries.parting_to_see(table=table)) is not None:
            actions.put_away(parting=parting, by=by, at=at)
        elif do in OfferAnswer.values and offering is not None:
            actions.answer(offering=offering, said=OfferAnswer(do), by=by, at=at)
    return do


def _context(visit: Visit[Table], table: Table) -> dict[str, object]:
    two = two_at_the_head(table, visit.at)
    seat = queries.mentor_of(table=table, at=visit.at)
    earlier = queries.earlier_mentors(table=table, at=visit.at)
    page = cut(earlier, visit.request.GET.get("side"), size=EARLIER_SHOWN)
    return {
        "table": table.pk,
        "two": two,
        "left": _left(table, seat),
        "seat": seat,
        **(_now(seat, visit.at, two=two) if seat else _nobody(table, two=two)),
        "earlier": [_before(one) for one in page.rows],
        "pager": page.pager,
    }


def _nobody(table: Table, *, two: bool) -> dict[str, object]:
    offering = queries.offering_of(table=table)
    return {"offered": offered_part(offering, two=two) if offering else None}


def _now(seat: Seat, at: datetime, *, two: bool) -> dict[str, object]:
    parts = [agreement_part(row, mentor=seat, two=two, at=at) for row in _standing(seat, at)]
    return {
        "since": day(seat.starts_at),
        "sees": ", ".join(str(room.label) for room in rooms_of(seat=seat, at=at)),
        "asks": next((part for part in parts if part.asks), None),
        "agreements": [part for part in parts if not part.asks],
    }


def _left(table: Table, seat: Seat | None) -> LeftPart | None:
    """Somebody who left and has come back is not gone."""
    parting = queries.parting_to_see(table=table)
    back = parting is not None and seat is not None and parting.seat.person_id == seat.person_id
    return left_part(parting) if parting is not None and not back else None


def _standing(seat: Seat, at: datetime) -> list[MentorAgreement]:
    """The newest first, and the one that counts today where that is another."""
    newest = queries.agreement_of(seat=seat)
    if newest is None or (newest.agreed and newest.first_on <= localdate(at)):
        return [newest] if newest else []
    standing = queries.standing_agreement(seat=seat, at=at)
    return [newest, standing] if standing else [newest]


def _before(seat: Seat) -> Event:
    when = f"{day(seat.starts_at)} – {day(seat.ends_at)}" if seat.ends_at else day(seat.starts_at)
    return Event(when, seat.person.name)
