"""Writes about her goals, every wording kept."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import SAID_AGAIN, AlreadySent, Stale
from bordenden.plans.actions.holding import hold, only_the_head, some
from bordenden.plans.models import Goal, Plan, Wording


@transaction.atomic
def set_goal(*, plan: Plan, words: str, form_key: FormKey, by: Actor, at: datetime) -> Goal:
    """Her own goal. The same said again gives the first goal. Raises NotPossible for anybody but the head."""
    only_the_head(thing=plan, by=by, at=at)
    words = some(words)
    said = Goal.objects.filter(plan=plan, words=words, set_at__gt=at - SAID_AGAIN, set_at__lte=at).first()
    if said is not None:
        return said
    goal, created = Goal.objects.get_or_create(
        plan=plan,
        form_key=form_key,
        defaults={
            "table_id": plan.table_id,
            "municipality_id": plan.municipality_id,
            "words": words,
            "set_at": at,
        },
    )
    if created:
        _word(goal, by, at)
        record(act="goal.set", by=by, thing=goal, at=at)
    elif not Wording.objects.filter(goal=goal, version=1, words=words).exists():
        raise AlreadySent(goal.words)
    return goal


@transaction.atomic
def reword_goal(*, goal: Goal, words: str, version: int, by: Actor, at: datetime) -> Goal:
    """She says her goal in other words; the earlier ones are kept. `version` is the one she had before her.

    Raises Stale when a newer wording was saved in between, NotPossible for anybody but the head.
    """
    only_the_head(thing=goal, by=by, at=at)
    words = some(words)
    saved = hold(Goal, goal)
    if saved.words == words:
        return saved
    if saved.version != version:
        raise Stale(_("Målet er ændret, mens du skrev."), saved.words, saved.version)
    saved.words, saved.version = words, saved.version + 1
    saved.save(update_fields=["words", "version"])
    _word(saved, by, at)
    record(act="goal.reword", by=by, thing=saved, at=at)
    return saved


def _word(goal: Goal, by: Actor, at: datetime) -> None:
    Wording.objects.create(
        table_id=goal.table_id,
        municipality_id=goal.municipality_id,
        goal=goal,
        version=goal.version,
        words=goal.words,
        written_by_id=by.pk,
        written_at=at,
    )
