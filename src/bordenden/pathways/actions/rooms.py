"""Writes about rooms: the head opens and closes them, one seat at a time."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import Opening, Seat
from bordenden.pathways.words import Room, SeatRole

# security.md 2.1: a permission ends by itself, after six months unless she says otherwise, never after twelve.
USUAL_OPENING = timedelta(days=182)
LONGEST_OPENING = timedelta(days=365)


@transaction.atomic
def open_room(*, seat: Seat, room: Room, by: Actor, at: datetime, until: datetime | None = None) -> Opening:
    """Let one seat see one room until a day; opening an open room moves its end."""
    end = until or at + USUAL_OPENING
    if not at < end <= at + LONGEST_OPENING:
        raise NotPossible(_("Vælg en dag inden for det næste år."))
    # Two at the head who open the same room in the same moment would else open it twice.
    seat = Seat.objects.select_for_update().get(pk=seat.pk)
    if seat.role == SeatRole.SUBSTITUTE:
        raise NotPossible(_("En vikar ser det, arbejdet kræver, og ikke mere. Her er ikke noget at åbne."))
    if seat.role == SeatRole.FAMILY:
        raise NotPossible(_("Et barn ser det, der er fælles for familien, og ikke mere. Her er ikke noget at åbne."))
    if seat.role == SeatRole.SUPERVISOR:
        raise NotPossible(_("En faglig leder ser det, opgaven kræver, og ikke mere. Her er ikke noget at åbne."))
    if seat.role == SeatRole.HEAD or (seat.ends_at is not None and seat.ends_at <= at):
        raise NotPossible(_("Personen sidder ikke længere ved bordet."))
    opening = _open_now(seat, room, at).first()
    if opening is None:
        opening = Opening(
            table_id=seat.table_id, municipality_id=seat.municipality_id, seat=seat, room=room, opened_at=at
        )
    opening.until = end
    opening.save()
    record(act="room.open", by=by, thing=opening, at=at)
    return opening


@transaction.atomic
def move_end(*, seat: Seat, until: datetime, by: Actor, at: datetime) -> None:
    """Every room open for the seat stands open to that one day. Raises NotPossible when none is open."""
    rooms = sorted({Room(row.room) for row in Opening.objects.filter(seat=seat, opened_at__lte=at, until__gt=at)})
    if not rooms:
        raise NotPossible(_("Der er ikke åbnet noget endnu. Åbn først, og vælg så dagen."))
    for room in rooms:
        open_room(seat=seat, room=room, by=by, at=at, until=until)


@transaction.atomic
def close_room(*, seat: Seat, room: Room, by: Actor, at: datetime) -> None:
    """The room closes now. Closing a closed room changes nothing."""
    for opening in _open_now(seat, room, at):
        opening.until = at
        opening.save(update_fields=["until"])
        record(act="room.close", by=by, thing=opening, at=at)


def _open_now(seat: Seat, room: Room, at: datetime) -> QuerySet[Opening]:
    return Opening.objects.filter(seat=seat, room=room, opened_at__lte=at, until__gt=at).order_by("pk")
