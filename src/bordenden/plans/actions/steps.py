"""Writes about small steps, every mark kept."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import SAID_AGAIN, AlreadySent, NotPossible
from bordenden.plans.actions.holding import hold, some
from bordenden.plans.models import Goal, Plan, SmallStep, StepMark
from bordenden.plans.words import StepOwner


@transaction.atomic
def set_step(
    *,
    plan: Plan,
    words: str,
    form_key: FormKey,
    by: Actor,
    at: datetime,
    goal: Goal | None = None,
    owner: StepOwner = StepOwner.CITIZEN,
) -> SmallStep:
    """One small step, towards a goal or just because. The same said again gives the first step."""
    words = some(words)
    if goal is not None and goal.plan_id != plan.pk:
        raise NotPossible(_("Vælg et af dine egne mål."))
    same = SmallStep.objects.filter(plan=plan, words=words, goal=goal, owner=owner, done_at=None)
    said = same.filter(set_at__gt=at - SAID_AGAIN, set_at__lte=at).first()
    if said is not None:
        return said
    step, created = SmallStep.objects.get_or_create(
        plan=plan,
        form_key=form_key,
        defaults={
            "table_id": plan.table_id,
            "municipality_id": plan.municipality_id,
            "goal": goal,
            "words": words,
            "owner": owner,
            "set_at": at,
        },
    )
    if created:
        record(act="step.set", by=by, thing=step, at=at)
    elif (step.words, step.goal_id, step.owner) != (words, goal.pk if goal else None, owner):
        raise AlreadySent(step.words)
    return step


@transaction.atomic
def mark_step(*, step: SmallStep, done: bool, by: Actor, at: datetime, reflection: str = "") -> SmallStep:
    """The step is done, or that is taken back. Marking it the same again changes nothing.

    Another reflection on a done step counts from now on; every mark keeps the one it was made with.
    """
    reflection = reflection.strip() if done else ""
    saved = hold(SmallStep, step)
    if done == (saved.done_at is not None) and reflection in ("", saved.reflection):
        return saved
    saved.done_at = (saved.done_at or at) if done else None
    saved.reflection = reflection
    saved.save(update_fields=["done_at", "reflection"])
    StepMark.objects.create(
        table_id=saved.table_id,
        municipality_id=saved.municipality_id,
        step=saved,
        done=done,
        reflection=reflection,
        marked_by_id=by.pk,
        marked_at=at,
    )
    record(act="step.mark", by=by, thing=saved, at=at)
    return saved
