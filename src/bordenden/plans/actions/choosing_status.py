"""Writes about where something chosen stands: asked for, answered, begun and ended; every step kept, none skipped."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions as offers
from bordenden.offers.words import HOLDS_A_PLACE, WaitingState
from bordenden.pathways.queries import roles_of
from bordenden.pathways.words import SeatRole
from bordenden.plans.actions.choosing_steps import follow, hold_with_its_line, step_to
from bordenden.plans.actions.deciding import decide
from bordenden.plans.actions.holding import only_the_head
from bordenden.plans.models import Chosen
from bordenden.plans.queries import words_under
from bordenden.plans.words import ENDED, ChosenStatus, DecisionAbout

AT_THE_TABLE = frozenset({SeatRole.HEAD, SeatRole.COORDINATOR, SeatRole.SUBSTITUTE})


@transaction.atomic
def ask_for(*, chosen: Chosen, by: Actor, at: datetime) -> Chosen:
    """She asks the municipality for it; after a no she may ask again. Asking twice is asking once."""
    only_the_head(thing=chosen, by=by, at=at)
    held = hold_with_its_line(chosen)
    if held.status == ChosenStatus.REQUESTED:
        return held
    if held.status == ChosenStatus.NOT_GRANTED and _chosen_again(held):
        raise NotPossible(_("Du har ønsket det igen siden. Se det på din plan."))
    return step_to(held=held, status=ChosenStatus.REQUESTED, by=by, at=at)


@transaction.atomic
def begin_chosen(*, chosen: Chosen, on: date, by: Actor, at: datetime) -> Chosen:
    """She is under way with it, from that day. What has a limited number of places needs a yes to a place first."""
    _at_the_table(chosen, by, at)
    held = hold_with_its_line(chosen)
    if held.status == ChosenStatus.STARTED and held.started_on == on:
        return held
    _must_not_lie_ahead(on, at)
    if _needs_a_place(held) and not _has_said_yes(held):
        raise NotPossible(_("Der skal først siges ja til en plads."))
    held.started_on = on
    return step_to(held=held, status=ChosenStatus.STARTED, by=by, at=at, also=("started_on",))


@transaction.atomic
def complete_chosen(*, chosen: Chosen, on: date, by: Actor, at: datetime) -> Chosen:
    """She is done with it, as it was meant to be; her place is free for the next."""
    _at_the_table(chosen, by, at)
    held = hold_with_its_line(chosen)
    if held.status == ChosenStatus.COMPLETED and held.ended_on == on:
        return held
    return _end(held, ChosenStatus.COMPLETED, on, by, at)


@transaction.atomic
def stop_chosen(*, chosen: Chosen, by: Actor, at: datetime, why: str = "") -> Chosen:
    """She stops, whatever it has become; she goes out of the line and her place is free. She owes nobody a reason."""
    only_the_head(thing=chosen, by=by, at=at)
    held = hold_with_its_line(chosen)
    if held.status == ChosenStatus.STOPPED:
        return held
    on = localdate(at) if held.started_on is not None else None
    stopped = _end(held, ChosenStatus.STOPPED, on, by, at, why=why)
    decide(plan=held.plan, about=DecisionAbout.OFFER, thing=held, by=by, at=at, statement=words_under(chosen=held))
    return stopped


def _end(held: Chosen, status: ChosenStatus, on: date | None, by: Actor, at: datetime, why: str = "") -> Chosen:
    if on is not None:
        _must_not_lie_ahead(on, at)
        if held.started_on is not None and on < held.started_on:
            raise NotPossible(_("Det kan ikke slutte, før det er begyndt."))
    held.ended_on = on
    step_to(held=held, status=status, by=by, at=at, why=why, also=("ended_on",))
    if held.waiting is not None:
        _out_of_the_line(held, by, at)
    return held


def _out_of_the_line(held: Chosen, by: Actor, at: datetime) -> None:
    waiting = held.waiting
    if waiting is None:
        return
    leaving = {
        WaitingState.WAITING: offers.leave,
        WaitingState.OFFERED: offers.decline,
        WaitingState.TAKEN: offers.end_place,
    }
    if (out := leaving.get(WaitingState(waiting.state))) is not None:
        out(waiting=waiting, by=by, at=at)
        follow(offer=waiting.offer, at=at)


def _needs_a_place(held: Chosen) -> bool:
    return held.offer is not None and held.offer.capacity is not None


def _has_said_yes(held: Chosen) -> bool:
    return held.waiting is not None and held.waiting.state in HOLDS_A_PLACE - {WaitingState.OFFERED}


def _chosen_again(held: Chosen) -> bool:
    standing = Chosen.objects.filter(plan=held.plan_id, offer=held.offer_id, offer__isnull=False)
    return standing.exclude(status__in=ENDED).exists()


def _at_the_table(chosen: Chosen, by: Actor, at: datetime) -> None:
    if not roles_of(thing=chosen, person=by, at=at) & AT_THE_TABLE:
        raise NotPossible(_("Det kan kun de, der sidder ved bordet, skrive."))


def _must_not_lie_ahead(on: date, at: datetime) -> None:
    if on > localdate(at):
        raise NotPossible(_("Dagen ligger i fremtiden. Skriv det, når den er her."))
