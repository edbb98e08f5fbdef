"""Writes about what makes it hard: hers alone, nothing written over."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey, new_id
from bordenden.foundation.rules import SAID_AGAIN, AlreadySent, Stale
from bordenden.plans.actions.holding import hold, only_the_head, some, where
from bordenden.plans.models import Barrier, Plan
from bordenden.plans.queries import hard_thing
from bordenden.plans.words import LifeArea


@transaction.atomic
def set_barrier(
    *,
    plan: Plan,
    words: str,
    form_key: FormKey,
    by: Actor,
    at: datetime,
    area: LifeArea | None = None,
    item: str = "",
) -> Barrier:
    """One thing that makes it hard, as she says it; `item` is the code of the question it came from.

    The same said again gives the first. Raises NotPossible for anybody but the head.
    """
    only_the_head(thing=plan, by=by, at=at)
    words = some(words)
    same = Barrier.objects.filter(plan=plan, words=words, rewords=None, let_go_at=None)
    said = same.filter(set_at__gt=at - SAID_AGAIN, set_at__lte=at).first()
    if said is not None:
        return said
    values = {"words": words, "area": area or "", "item": item, "set_at": at}
    barrier, created = Barrier.objects.get_or_create(
        plan=plan,
        form_key=form_key,
        defaults={**where(plan), **values},
    )
    if created:
        record(act="barrier.set", by=by, thing=barrier, at=at)
    elif barrier.words != words:
        raise AlreadySent(barrier.words)
    return barrier


@transaction.atomic
def reword_barrier(
    *, barrier: Barrier, words: str, version: int, by: Actor, at: datetime, area: LifeArea | None = None
) -> Barrier:
    """She says it in other words, or of another part of life: a new row, the earlier ones stay.

    `version` is the one she had before her. Gives the first of the chain; raises Stale when a newer one was saved.
    """
    only_the_head(thing=barrier, by=by, at=at)
    first = _first(barrier)
    words = some(words)
    stands = hard_thing(barrier=first)
    if (stands.words, stands.area) == (words, area or ""):
        return first
    if stands.version != version:
        raise Stale(_("Teksten er ændret, mens du skrev."), stands.words, stands.version)
    row = Barrier.objects.create(
        **where(first),
        plan=first.plan,
        words=words,
        area=area or "",
        item=first.item,
        rewords=first,
        version=stands.version + 1,
        set_at=at,
        form_key=new_id(),
    )
    record(act="barrier.reword", by=by, thing=row, at=at)
    return first


@transaction.atomic
def ease_barrier(*, barrier: Barrier, eased: bool, by: Actor, at: datetime) -> Barrier:
    """It has become easier, or that is taken back. The same again changes nothing."""
    only_the_head(thing=barrier, by=by, at=at)
    first = _first(barrier)
    if eased == (first.eased_at is not None):
        return first
    first.eased_at = at if eased else None
    first.save(update_fields=["eased_at"])
    record(act="barrier.ease", by=by, thing=first, at=at)
    return first


@transaction.atomic
def let_go_of_barrier(*, barrier: Barrier, by: Actor, at: datetime) -> Barrier:
    """She takes it off her plan without a reason; the rows stay. Again changes nothing."""
    only_the_head(thing=barrier, by=by, at=at)
    first = _first(barrier)
    if first.let_go_at is None:
        first.let_go_at = at
        first.save(update_fields=["let_go_at"])
        record(act="barrier.let_go", by=by, thing=first, at=at)
    return first


def _first(barrier: Barrier) -> Barrier:
    """The first of the chain as it is saved, held to the end of the transaction."""
    return hold(Barrier, barrier.rewords or barrier)
