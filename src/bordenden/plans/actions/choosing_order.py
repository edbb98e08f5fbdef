"""Writes about her order and her pace: what comes first, and what is now, soon, later or on pause."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import SAID_AGAIN, NotPossible, Stale
from bordenden.plans.actions.deciding import decide
from bordenden.plans.actions.holding import hold, only_the_head
from bordenden.plans.models import Chosen, Decision, Plan
from bordenden.plans.queries import chosen_on, order_seen, words_under
from bordenden.plans.words import DecisionAbout, Tempo


@transaction.atomic
def reorder(*, plan: Plan, wanted: Sequence[Chosen], seen: int, by: Actor, at: datetime) -> list[Chosen]:
    """Her order is this. `seen` names the order she had before her; the same order again changes nothing.

    Raises Stale when another order was saved in between (`saved` says it line by line), NotPossible when something
    is missing from the new order, or is not on her plan.
    """
    only_the_head(thing=plan, by=by, at=at)
    hold(Plan, plan)
    rows = list(chosen_on(plan=plan))
    if list(wanted) == rows:
        return rows
    if order_seen(rows) != seen:
        raise Stale(_("Rækkefølgen er ændret, mens du flyttede."), in_words(rows), order_seen(rows))
    if len(wanted) != len(rows) or set(wanted) != set(rows):
        raise NotPossible(_("Der mangler noget i rækkefølgen. Prøv igen."))
    by_id = {row.pk: row for row in rows}
    ordered = [by_id[row.pk] for row in wanted]
    # What has ended keeps its number; those that stand share out their own numbers anew.
    for row, position in zip(ordered, sorted(row.position for row in rows), strict=True):
        row.position = position
    Chosen.objects.bulk_update(ordered, ["position"])
    record(act="chosen.order", by=by, thing=plan, at=at)
    _decide_once(plan, ordered[0], by, at)
    return ordered


@transaction.atomic
def move(*, chosen: Chosen, up: bool, seen: int, by: Actor, at: datetime) -> list[Chosen]:
    """One place up or down; at the end of the list nothing happens."""
    plan = hold(Plan, chosen.plan)
    wanted = list(chosen_on(plan=plan))
    if chosen not in wanted:
        raise NotPossible(_("Det står ikke på din plan mere."))
    place = wanted.index(chosen)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(wanted):
        return reorder(plan=plan, wanted=wanted, seen=seen, by=by, at=at)
    wanted[place], wanted[other] = wanted[other], wanted[place]
    return reorder(plan=plan, wanted=wanted, seen=seen, by=by, at=at)


@transaction.atomic
def set_tempo(*, chosen: Chosen, tempo: Tempo, seen: Tempo, by: Actor, at: datetime) -> Chosen:
    """Her pace with it. `seen` is the pace she had before her. Raises Stale when it was changed in between."""
    only_the_head(thing=chosen, by=by, at=at)
    held = hold(Chosen, chosen)
    if held.tempo == tempo:
        return held
    if held.tempo != seen:
        raise Stale(_("Tempoet er ændret, mens du valgte."), str(held.get_tempo_display()), held.version)
    held.tempo, held.version = tempo, held.version + 1
    held.save(update_fields=["tempo", "version"])
    record(act="chosen.tempo", by=by, thing=held, at=at)
    decide(plan=held.plan, about=DecisionAbout.TEMPO, thing=held, by=by, at=at, statement=words_under(chosen=held))
    return held


def in_words(rows: Sequence[Chosen]) -> str:
    """An order as lines of text."""
    return "\n".join(f"{number}. {row.title}" for number, row in enumerate(rows, start=1))


def _decide_once(plan: Plan, first: Chosen, by: Actor, at: datetime) -> None:
    """One sitting is one decision, however many times she taps."""
    just_now = Decision.objects.filter(plan=plan, about=DecisionAbout.ORDER, decided_by=by.pk)
    if not just_now.filter(decided_at__gt=at - SAID_AGAIN, decided_at__lte=at).exists():
        decide(plan=plan, about=DecisionAbout.ORDER, thing=plan, by=by, at=at, statement=words_under(chosen=first))
