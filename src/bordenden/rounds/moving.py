"""Rounds of moving: who moves is asked; what she said yes to is carried there; what nobody receives is deleted."""

import logging
from datetime import datetime

from bordenden.foundation.snapshot import snapshot, writing
from bordenden.moves import actions
from bordenden.moves.models import Move
from bordenden.moves.queries import to_be_carried
from bordenden.people.models import Municipality
from bordenden.rounds.machine import MACHINE, SomeFailed, in_each_municipality, through_each

log = logging.getLogger(__name__)


def ask(*, at: datetime) -> int:
    """Everybody whose course ended with a move is asked whether what is hers goes along. Gives how many."""
    return in_each_municipality(lambda place: actions.ask_those_who_move(place=place, by=MACHINE, at=at))


def carry(*, at: datetime) -> int:
    """What is packed is put down there and the old table closed: three transactions, each behind one wall.

    Whatever died between them is done over: it is put down once a move, and closed once.
    """
    return through_each(lambda place: _from(place, at))


def delete(*, at: datetime) -> int:
    """What nobody has received where it was carried to, in a year. Gives how many."""
    return in_each_municipality(lambda place: actions.delete_left_behind(place=place, by=MACHINE, at=at))


def _from(place: Municipality, at: datetime) -> int:
    """One by one: a move that cannot be carried stops none of the others. Raises SomeFailed when any could not."""
    with snapshot(place.pk, MACHINE.pk):
        moves = list(to_be_carried(municipality=place))
    failed = set()
    for move in moves:
        try:
            _carry(move, place, at)
        except Exception as error:
            log.exception("A move could not be carried from municipality %s.", place.pk)
            failed.add(type(error).__name__)
    if failed:
        raise SomeFailed(" ".join(sorted(failed)))
    return len(moves)


def _carry(move: Move, place: Municipality, at: datetime) -> None:
    with writing(place.pk, MACHINE.pk):
        parcel = actions.pack(move=move, by=MACHINE, at=at)
    with writing(move.destination_id, MACHINE.pk):
        actions.put_down(parcel=parcel, by=MACHINE, at=at)
    with writing(place.pk, MACHINE.pk):
        actions.sent(move=move, by=MACHINE, at=at)
