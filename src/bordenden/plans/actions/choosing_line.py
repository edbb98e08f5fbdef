"""Writes about the line as it stands on her plan: she stands in it, answers for a place, and what then follows."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions as offers
from bordenden.offers.models import Offer, Waiting
from bordenden.offers.queries import course_is_over
from bordenden.offers.words import HOLDS_A_PLACE
from bordenden.pathways.models import Table
from bordenden.plans.actions.choosing_steps import as_before, follow, hold_with_its_line, step_to
from bordenden.plans.actions.deciding import decide
from bordenden.plans.actions.ending import end_with_course
from bordenden.plans.actions.holding import only_the_head
from bordenden.plans.models import Chosen, Plan
from bordenden.plans.queries import words_under
from bordenden.plans.words import COMES_FROM, IN_A_LINE, ChosenStatus, DecisionAbout


@transaction.atomic
def stand_in_line(*, chosen: Chosen, form_key: FormKey, by: Actor, at: datetime) -> Chosen:
    """She stands in line for what she has chosen; a free place is offered at once. Twice is once."""
    only_the_head(thing=chosen, by=by, at=at)
    held = hold_with_its_line(chosen)
    if held.status in IN_A_LINE:
        return held
    if held.offer is None:
        raise NotPossible(_("Det er din egen idé. Den er der ingen kø til."))
    if held.status not in COMES_FROM[ChosenStatus.WAITING]:
        raise NotPossible(_("Det kan ikke lade sig gøre nu. Der står: %(now)s.") % {"now": held.get_status_display()})
    waiting = offers.join(offer=held.offer, table=held.table, form_key=form_key, by=by, at=at)
    if Chosen.objects.filter(waiting=waiting).exclude(pk=held.pk).exists():
        raise NotPossible(_("Du står allerede i den kø."))
    held.waiting = waiting
    stands = ChosenStatus.OFFERED if waiting.state in HOLDS_A_PLACE else ChosenStatus.WAITING
    step_to(held=held, status=stands, by=by, at=at, also=("waiting",))
    follow(offer=held.offer, at=at)
    return held


@transaction.atomic
def leave_line(*, chosen: Chosen, by: Actor, at: datetime) -> Chosen:
    """She goes out of the line; it is a wish again, or still granted."""
    return _answer(chosen, offers.leave, by, at)


@transaction.atomic
def take_place(*, chosen: Chosen, by: Actor, at: datetime) -> Chosen:
    """She says yes to the place. It is one of her decisions."""
    only_the_head(thing=chosen, by=by, at=at)
    held = hold_with_its_line(chosen)
    waiting = _waiting(held)
    before = waiting.state
    taken = offers.take(waiting=waiting, by=by, at=at)
    if taken.state != before:
        about = DecisionAbout.OFFER
        decide(plan=held.plan, about=about, thing=held, by=by, at=at, statement=words_under(chosen=held))
    return held


@transaction.atomic
def decline_place(*, chosen: Chosen, by: Actor, at: datetime) -> Chosen:
    """She says no to the place, which goes on to the next; it is a wish again, or still granted."""
    return _answer(chosen, offers.decline, by, at)


@transaction.atomic
def pass_places_on(*, offer: Offer, at: datetime) -> int:
    """Places of an offer nobody answered for in time go on, and the plans of both say so. Gives how many."""
    gone = offers.pass_on(offer=offer, at=at)
    follow(offer=offer, at=at)
    return gone


@transaction.atomic
def give_what_is_free(*, offer: Offer, at: datetime) -> int:
    """What is free at an offer is given to the first in line, and their plans say so. Gives how many."""
    given = offers.give_places(offer=offer, at=at)
    follow(offer=offer, at=at)
    return len(given)


@transaction.atomic
def let_go(*, table: Table, by: Actor, at: datetime) -> int:
    """Her course is over: out of every line, every place is free, and the plan ends. All that stands on it stays.

    Gives how many lines and places were let go; doing it again gives none, and so does a course that still runs.
    """
    if not course_is_over(table=table):
        return 0
    gone = offers.let_go(table=table, by=by, at=at, why=_("Forløbet er slut."))
    chosen = {row.waiting_id: row for row in Chosen.objects.filter(waiting__in=gone).select_related("waiting")}
    for waiting in gone:
        if (row := chosen.get(waiting.pk)) is not None:
            _let_go(row, localdate(at), by, at)
        follow(offer=waiting.offer, at=at)
    for plan in Plan.objects.filter(table=table).order_by("pk"):
        end_with_course(plan=plan, by=by, at=at)
    return len(gone)


def _let_go(chosen: Chosen, today: date, by: Actor, at: datetime) -> None:
    if chosen.status == ChosenStatus.STARTED:
        chosen.ended_on = max(today, chosen.started_on or today)
        step_to(
            held=chosen, status=ChosenStatus.STOPPED, by=by, at=at, why=_("Forløbet er slut."), also=("ended_on",)
        )
    elif chosen.status in IN_A_LINE:
        step_to(held=chosen, status=as_before(chosen), by=by, at=at, why=_("Forløbet er slut."))


def _answer(chosen: Chosen, step: Callable[..., Waiting], by: Actor, at: datetime) -> Chosen:
    only_the_head(thing=chosen, by=by, at=at)
    held = hold_with_its_line(chosen)
    waiting = _waiting(held)
    step(waiting=waiting, by=by, at=at)
    if held.status in IN_A_LINE:
        step_to(held=held, status=as_before(held), by=by, at=at)
    follow(offer=waiting.offer, at=at)
    return held


def _waiting(held: Chosen) -> Waiting:
    if held.waiting is None:
        raise NotPossible(_("Du står ikke i kø til det."))
    return held.waiting
