"""Writes about places: one that is free is given to the first in line, and passes on when its deadline has gone.

Everything that happens in a line happens while its offer is locked, so a place is never given twice.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from bordenden.audit.actions import Actor, record
from bordenden.foundation.days import end_of
from bordenden.foundation.nobody import NOBODY
from bordenden.offers.models import Offer, Waiting, WaitingMark
from bordenden.offers.queries import free_places, in_order
from bordenden.offers.words import DAYS_TO_ANSWER, WaitingState
from bordenden.pathways.queries import at_the_head
from bordenden.post.actions import call_off, queue
from bordenden.post.words import Kind


def hold_line(offer: Offer) -> Offer:
    """The offer as it is saved now, locked to the end of the transaction: one thing at a time in its line."""
    return Offer.objects.select_for_update().get(pk=offer.pk)


@transaction.atomic
def give_places(*, offer: Offer, at: datetime) -> list[Waiting]:
    """The places that are free are offered to those who are first in line; with none free nothing happens.

    Call it whenever places may have become free: more room, somebody out. Nobody who is in ever loses a place.
    """
    line = hold_line(offer)
    if line.published_at is None or line.withdrawn_at is not None:
        return []
    return [_give(waiting, at) for waiting in in_order(offer=line)[: free_places(offer=line)]]


@transaction.atomic
def pass_on(*, offer: Offer, at: datetime) -> int:
    """Places nobody answered for in time go on to the next in line. Gives how many; again at once gives none."""
    line = hold_line(offer)
    late = list(line.line.filter(state=WaitingState.OFFERED, answer_by__lte=at).order_by("answer_by", "pk"))
    for waiting in late:
        become(waiting=waiting, state=WaitingState.PASSED_ON, by=NOBODY, at=at)
        call_off(about=waiting, kind=Kind.PLACE_OFFERED, at=at)
        tell_her(waiting=waiting, kind=Kind.PLACE_PASSED_ON, at=at)
    if late:
        give_places(offer=line, at=at)
    return len(late)


def become(*, waiting: Waiting, state: WaitingState, by: Actor, at: datetime, why: str = "") -> Waiting:
    """One step in the line, its mark, and its entry in the audit."""
    waiting.state, waiting.changed_at, waiting.answer_by = state, at, None
    if state == WaitingState.OFFERED:
        waiting.answer_by = end_of(localdate(at) + timedelta(days=DAYS_TO_ANSWER))
    waiting.save(update_fields=["state", "changed_at", "answer_by"])
    mark(waiting=waiting, by=by, at=at, why=why)
    record(act=f"line.{state}", by=by, thing=waiting, at=at)
    return waiting


def mark(*, waiting: Waiting, by: Actor, at: datetime, why: str = "") -> WaitingMark:
    """What it is from now on, and by whom; what happens by itself is by nobody."""
    return WaitingMark.objects.create(
        table_id=waiting.table_id,
        municipality_id=waiting.municipality_id,
        waiting=waiting,
        state=waiting.state,
        at=at,
        by_id=None if by.pk == NOBODY.pk else by.pk,
        why=why,
    )


def tell_her(*, waiting: Waiting, kind: Kind, at: datetime) -> None:
    """Whoever sits at the head of its table hears of it, once."""
    for person in at_the_head(table=waiting.table, at=at):
        queue(to=person, kind=kind, about=waiting, event=f"{kind}:{waiting.pk}", at=at)


def _give(waiting: Waiting, at: datetime) -> Waiting:
    """Whoever made the place free is nobody else's business: it is given by nobody."""
    become(waiting=waiting, state=WaitingState.OFFERED, by=NOBODY, at=at)
    tell_her(waiting=waiting, kind=Kind.PLACE_OFFERED, at=at)
    return waiting
