"""Writes about the line: who joins and leaves it, says yes or no to a place, is done with it, or goes before."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import AlreadySent, NotPossible
from bordenden.offers.actions.places import become, give_places, hold_line, mark
from bordenden.offers.models import Offer, Waiting
from bordenden.offers.queries import course_is_over
from bordenden.offers.words import STILL_IN, WaitingState
from bordenden.pathways.models import Table
from bordenden.pathways.queries import sits_at_head
from bordenden.post.actions import call_off
from bordenden.post.words import Kind
from bordenden.programmes.queries import works_in

INSTANT = timedelta(microseconds=1)
LONGEST_WHY = 300


@transaction.atomic
def join(*, offer: Offer, table: Table, form_key: FormKey, by: Actor, at: datetime) -> Waiting:
    """She stands last in the line; is a place free, it is offered to the first at once.

    Whoever stands there already, or holds a place, stays where she is. The moment is the first after everybody
    else's, so that nobody comes in before somebody who has been told her number. Raises NotPossible for an offer
    that is not open to her municipality.
    """
    _only_her(table, by, at)
    line = hold_line(offer)
    _must_be_open(line, table)
    before = line.line.filter(table=table, state__in=STILL_IN).first()
    if before is not None:
        return before
    _must_be_said_anew(line, table, form_key)
    waiting = Waiting.objects.create(
        table=table,
        municipality_id=table.municipality_id,
        offer=line,
        since=_after_the_last(line, at),
        changed_at=at,
        form_key=form_key,
    )
    mark(waiting=waiting, by=by, at=at)
    record(act="line.join", by=by, thing=waiting, at=at)
    give_places(offer=line, at=at)
    waiting.refresh_from_db()
    return waiting


@transaction.atomic
def leave(*, waiting: Waiting, by: Actor, at: datetime) -> Waiting:
    """She goes out of the line; those behind move up. Raises NotPossible when she no longer stands in it."""
    return _step(waiting, {WaitingState.WAITING}, WaitingState.LEFT, by, at)


@transaction.atomic
def take(*, waiting: Waiting, by: Actor, at: datetime) -> Waiting:
    """She says yes to the place. A yes counts as long as the place has not in fact gone on to the next."""
    return _step(waiting, {WaitingState.OFFERED}, WaitingState.TAKEN, by, at)


@transaction.atomic
def decline(*, waiting: Waiting, by: Actor, at: datetime) -> Waiting:
    """She says no to the place, and it goes on to the next in line."""
    return _step(waiting, {WaitingState.OFFERED}, WaitingState.DECLINED, by, at)


@transaction.atomic
def end_place(*, waiting: Waiting, by: Actor, at: datetime) -> Waiting:
    """She is done, and her place is free for the next in line."""
    line = hold_line(waiting.offer)
    held = Waiting.objects.get(pk=waiting.pk)
    if held.state != WaitingState.ENDED:
        _must_be(held, {WaitingState.TAKEN})
        become(waiting=held, state=WaitingState.ENDED, by=by, at=at)
        give_places(offer=line, at=at)
    return held


@transaction.atomic
def let_go(*, table: Table, by: Actor, at: datetime, why: str = "") -> list[Waiting]:
    """Out of every line and off every place, because her course is over. Gives what was let go."""
    standing = Waiting.objects.filter(table=table, state__in=STILL_IN).select_related("offer")
    gone: list[Waiting] = []
    # In one order for all, so that two who go at once never wait for each other.
    for waiting in standing.order_by("offer", "pk"):
        line = hold_line(waiting.offer)
        held = Waiting.objects.get(pk=waiting.pk)
        if (state := _OUT.get(WaitingState(held.state))) is not None:
            call_off(about=held, kind=Kind.PLACE_OFFERED, at=at)
            gone.append(become(waiting=held, state=state, by=by, at=at, why=why))
            give_places(offer=line, at=at)
    return gone


@transaction.atomic
def prioritise(*, waiting: Waiting, priority: int, why: str, by: Actor, at: datetime) -> Waiting:
    """Somebody goes before (0: no longer), for a reason she reads herself; nobody else is told who.

    Raises NotPossible without a reason, for anybody who does not work in the offer's municipality, and for somebody
    who does not stand in line any more.
    """
    line = hold_line(waiting.offer)
    held = Waiting.objects.get(pk=waiting.pk)
    if not works_in(municipality=held.municipality_id, person=by, at=at):
        raise NotPossible(_("Det kan kun en medarbejder i tilbuddets kommune bestemme."))
    why = why.strip()
    if not why:
        raise NotPossible(_("Skriv hvorfor. Borgeren kan læse det."))
    if len(why) > LONGEST_WHY:
        raise NotPossible(_("Skriv det kortere: højst %(most)d tegn.") % {"most": LONGEST_WHY})
    _must_be(held, {WaitingState.WAITING})
    if (held.priority, held.priority_why) != (priority, why):
        held.priority, held.priority_why = priority, why
        held.save(update_fields=["priority", "priority_why"])
        mark(waiting=held, by=by, at=at, why=why)
        record(act="line.priority", by=by, thing=held, at=at)
        give_places(offer=line, at=at)
    return held


# What becomes of each when she goes out of everything.
_OUT = {
    WaitingState.WAITING: WaitingState.LEFT,
    WaitingState.OFFERED: WaitingState.DECLINED,
    WaitingState.TAKEN: WaitingState.ENDED,
}


def _step(waiting: Waiting, come_from: Collection[str], to: WaitingState, by: Actor, at: datetime) -> Waiting:
    """A step of her own; taken twice it is taken once."""
    _only_her(waiting, by, at)
    line = hold_line(waiting.offer)
    held = Waiting.objects.get(pk=waiting.pk)
    if held.state == to:
        return held
    _must_be(held, come_from)
    call_off(about=held, kind=Kind.PLACE_OFFERED, at=at)
    become(waiting=held, state=to, by=by, at=at)
    give_places(offer=line, at=at)
    return held


def _must_be(waiting: Waiting, states: Collection[str]) -> None:
    if waiting.state not in states:
        raise NotPossible(_("Det kan ikke lade sig gøre nu: %(state)s.") % {"state": waiting.get_state_display()})


def _only_her(thing: Table | Waiting, by: Actor, at: datetime) -> None:
    if not sits_at_head(thing=thing, person=by, at=at):
        raise NotPossible(_("Det bestemmer kun den, der sidder for bordenden."))


def _must_be_open(line: Offer, table: Table) -> None:
    if line.municipality_id != table.municipality_id or line.published_at is None:
        raise NotPossible(_("Det kan du ikke stille dig i kø til."))
    if line.withdrawn_at is not None:
        raise NotPossible(_("Det findes ikke mere. Se, om der er noget andet, du har lyst til."))
    if course_is_over(table=table):
        raise NotPossible(_("Dit forløb er slut. Ring til kommunen, hvis du gerne vil være med."))


def _must_be_said_anew(line: Offer, table: Table, form_key: FormKey) -> None:
    """What this very form made stands no more: then she says it anew. Raises AlreadySent for another line."""
    sent = Waiting.objects.filter(table=table, form_key=form_key).select_related("offer").first()
    if sent is not None and sent.offer_id != line.pk:
        raise AlreadySent(sent.offer.name)
    if sent is not None:
        raise NotPossible(_("Du er gået ud af køen imens. Stil dig i den igen, hvis du vil."))


def _after_the_last(line: Offer, at: datetime) -> datetime:
    last: datetime | None = line.line.aggregate(last=Max("since"))["last"]
    return at if last is None or last < at else last + INSTANT
