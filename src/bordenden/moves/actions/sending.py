"""Through the wall in three steps, each in a transaction of one municipality: closed and packed, put down, done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible
from bordenden.moves.models import Arrival, Move
from bordenden.moves.queries import suitcase_of
from bordenden.moves.words import MoveAnswer
from bordenden.pathways.actions import leave_seat
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.queries import at_the_head
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Municipality


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is carried through the wall: between two transactions it lies in memory and nowhere else."""

    move: UUID
    person: UUID
    name: str
    origin: Municipality
    destination: Municipality
    suitcase: dict[str, Any]


@transaction.atomic
def pack(*, move: Move, by: Actor, at: datetime) -> Parcel:
    """In the old municipality: everybody but she gets up, the table is closed, and what is hers is packed.

    Packed again it is the same: nothing is written at a closed table. Raises NotPossible without her yes,
    and at a table where not exactly one sits at the head.
    """
    # The table first, as everybody does who comes in by the gate: then nobody waits for each other.
    Table.objects.select_for_update(no_key=True).get(pk=move.table_id)
    held = Move.objects.select_for_update(of=("self",)).select_related("municipality", "destination").get(pk=move.pk)
    if held.answer != MoveAnswer.YES:
        raise NotPossible(_("Borgeren har ikke sagt ja til, at noget følger med."))
    # Whoever is writing at the table holds a seat: what is being written now goes along, or stays unwritten.
    seats = list(Seat.objects.select_for_update(of=("self",)).filter(table_id=held.table_id).order_by("pk"))
    for seat in seats:
        if seat.role != SeatRole.HEAD and (seat.ends_at is None or seat.ends_at > at):
            leave_seat(seat=seat, by=by, at=at)
    if Table.objects.filter(pk=held.table_id, closed_at__isnull=True).update(closed_at=at):
        record(act="table.close", by=by, thing=held, at=at)
    table = Table.objects.get(pk=held.table_id)
    heads = list(at_the_head(table=table, at=at))
    if len(heads) != 1:
        raise NotPossible(_("Der skal sidde præcis én for bordenden."))
    head = heads[0]
    suitcase = suitcase_of(table=table, head=head)
    return Parcel(held.pk, head.pk, head.name, held.municipality, held.destination, suitcase)


@transaction.atomic
def put_down(*, parcel: Parcel, by: Actor, at: datetime) -> Arrival:
    """In the new municipality: it is on its way. The same move put down again gives the first."""
    made, created = Arrival.objects.get_or_create(
        move=parcel.move,
        defaults={
            "municipality": parcel.destination,
            "origin": parcel.origin,
            "person": parcel.person,
            "name": parcel.name,
            "suitcase": parcel.suitcase,
            "sent_at": at,
        },
    )
    if created:
        record(act="arrival.come", by=by, thing=made, at=at)
    return made


@transaction.atomic
def sent(*, move: Move, by: Actor, at: datetime) -> Move:
    """In the old municipality: it lies there now, and is carried no more."""
    held = Move.objects.select_for_update().get(pk=move.pk)
    if held.sent_at is None:
        held.sent_at = at
        held.save(update_fields=["sent_at"])
        record(act="move.send", by=by, thing=held, at=at)
    return held
