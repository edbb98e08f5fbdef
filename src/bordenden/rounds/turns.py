"""Whose turn it is: each round is claimed in the database, so two processes never go the same round at once."""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final, TypeAlias
from uuid import UUID

from django.db import close_old_connections, connections, transaction
from django.db.models import F, Q

from bordenden.foundation.ids import new_id
from bordenden.rounds.models import Turn
from bordenden.rounds.table import Round

log = logging.getLogger(__name__)
Clock: TypeAlias = Callable[[], datetime]
# A round is held for so long, and held on to while it goes; whoever dies lets go by itself.
HELD: Final = timedelta(minutes=3)
HOLD_ON_SECONDS: Final = 45.0
AGAIN_AFTER: Final = timedelta(minutes=15)
LONGEST_FAULT = 60


def go_round(rounds: Iterable[Round], *, clock: Clock) -> int:
    """Every round that is due and in nobody's hand, once; gives how many went.

    What was missed is caught up once, not once a missed time. A round that fails stops no other; it is due
    again after its own time, at most a quarter of an hour.
    """
    return sum(_go(one, clock) for one in rounds)


def _go(one: Round, clock: Clock) -> bool:
    at = clock()
    if Turn.objects.filter(name=one.name, due_at__gt=at).exists():
        return False  # what is not due costs no write lock
    claim = _claimed(one, at)
    if claim is None:
        return False
    with _holding(claim, clock):
        try:
            did, fault = one.go(clock()), ""
        except Exception as error:
            log.exception("The round %s failed.", one.name)
            did, fault = 0, f"{type(error).__name__} {error if _says_kinds(error) else ''}".strip()
    _end(one, claim, did, fault[:LONGEST_FAULT], clock())
    return True


def _says_kinds(error: Exception) -> bool:
    """Only an error of our own is sure to hold nobody's words."""
    return type(error).__module__.startswith("bordenden.rounds.")


@transaction.atomic
def _claimed(one: Round, at: datetime) -> UUID | None:
    """A claim on the round, when it is due and nobody holds it; a round never heard of is due at once."""
    Turn.objects.get_or_create(name=one.name, defaults={"due_at": at})
    free = Q(claim__isnull=True) | Q(held_until__lte=at)
    claim = new_id()
    turn = Turn.objects.filter(free, name=one.name, due_at__lte=at)
    return claim if turn.update(claim=claim, held_until=at + HELD, began_at=at) else None


@transaction.atomic
def _end(one: Round, claim: UUID, did: int, fault: str, at: datetime) -> None:
    """Let go; whoever lost the hold meanwhile leaves the turn to its new holder."""
    pause = min(one.every, AGAIN_AFTER) if fault else one.every
    Turn.objects.filter(name=one.name, claim=claim).update(
        claim=None,
        held_until=None,
        ended_at=at,
        due_at=at + pause,
        did=did,
        last_fault=fault,
        faults=F("faults") + 1 if fault else 0,
    )


@contextmanager
def _holding(claim: UUID, clock: Clock) -> Iterator[None]:
    """While it goes, a second thread keeps hold of the turn: a long round is not begun anew by somebody else."""
    over = threading.Event()
    thread = threading.Thread(target=_hold_on, args=(claim, clock, over), name="round-holder", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _hold_on(claim: UUID, clock: Clock, over: threading.Event) -> None:
    try:
        while not over.wait(HOLD_ON_SECONDS):
            close_old_connections()
            Turn.objects.filter(claim=claim).update(held_until=clock() + HELD)
    except Exception:
        log.exception("A round could not be held on to.")
    finally:
        connections.close_all()
