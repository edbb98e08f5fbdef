"""Writes about small steps, every mark kept."""

from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import SAID_AGAIN, AlreadySent, NotPossible
from bordenden.plans.actions.holding import hold, some, where
from bordenden.plans.models import Barrier, Goal, Plan, SmallStep, StepMark
from bordenden.plans.queries import side_of
from bordenden.plans.words import LifeArea, StepOwner, TaskType


class Around(NamedTuple):
    """What stands around a small step; all of it may be left open, a day above all."""

    supported_by: StepOwner | None = None
    area: LifeArea | None = None
    due_on: date | None = None
    barrier: Barrier | None = None
    task_type: TaskType | None = None


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
    around: Around = Around(),  # noqa: B008 (a tuple, never changed)
    pen: Actor | None = None,
) -> SmallStep:
    """One small step, towards a goal or just because. The same said again gives the first step.

    She sets steps of anybody's; whoever sits beside her sets own steps, and proposes hers. Raises NotPossible else.
    """
    _may_set(plan, owner, around, by, at)
    _on_this_plan(plan, goal, around.barrier)
    words = some(words)
    same = SmallStep.objects.filter(plan=plan, words=words, goal=goal, owner=owner, done_at=None, let_go_at=None)
    said = same.filter(set_at__gt=at - SAID_AGAIN, set_at__lte=at).first()
    if said is not None:
        return said
    step, created = SmallStep.objects.get_or_create(
        plan=plan,
        form_key=form_key,
        defaults={
            **where(plan),
            **{"goal": goal, "words": words, "owner": owner, "set_at": at},
            **_columns(around, owner),
        },
    )
    if created:
        record(act="step.set", by=by, pen=pen, thing=step, at=at)
    elif (step.words, step.goal_id, step.owner) != (words, goal.pk if goal else None, owner):
        raise AlreadySent(step.words)
    return step


@transaction.atomic
def mark_step(*, step: SmallStep, done: bool, by: Actor, at: datetime, reflection: str = "") -> SmallStep:
    """The step is done, or that is taken back. Marking it the same again changes nothing.

    Another reflection on a done step counts from now on; every mark keeps the one it was made with. She marks any
    step; whoever sits beside her marks own steps only. A step that is done is not let go, and wants no help.
    """
    _only_own(step, by, at)
    reflection = reflection.strip() if done else ""
    saved = hold(SmallStep, step)
    if done == (saved.done_at is not None) and reflection in ("", saved.reflection):
        return saved
    saved.done_at = (saved.done_at or at) if done else None
    saved.reflection = reflection
    if done:
        saved.let_go_at = saved.help_wanted_at = None
    saved.save(update_fields=["done_at", "reflection", "let_go_at", "help_wanted_at"])
    StepMark.objects.create(
        **where(saved),
        step=saved,
        done=done,
        reflection=reflection,
        marked_by_id=by.pk,
        marked_at=at,
    )
    record(act="step.mark", by=by, thing=saved, at=at)
    return saved


@transaction.atomic
def want_help(*, step: SmallStep, wanted: bool, by: Actor, at: datetime) -> SmallStep:
    """ "Jeg vil gerne have hjælp til det", or not any more. Raises NotPossible for a step that is not open."""
    _only_own(step, by, at)
    saved = hold(SmallStep, step)
    if wanted == (saved.help_wanted_at is not None):
        return saved
    if wanted and (saved.done_at is not None or saved.let_go_at is not None):
        raise NotPossible(_("Skridtet er ikke åbent mere."))
    saved.help_wanted_at = at if wanted else None
    saved.save(update_fields=["help_wanted_at"])
    record(act="step.want_help", by=by, thing=saved, at=at)
    return saved


@transaction.atomic
def let_go_of_step(*, step: SmallStep, let_go: bool, by: Actor, at: datetime) -> SmallStep:
    """The step is let go without a reason, or taken up again; it stays on the plan."""
    _only_own(step, by, at)
    saved = hold(SmallStep, step)
    if let_go == (saved.let_go_at is not None):
        return saved
    if let_go and saved.done_at is not None:
        raise NotPossible(_("Skridtet er gjort. Det bliver stående."))
    saved.let_go_at, saved.help_wanted_at = (at if let_go else None), None
    saved.save(update_fields=["let_go_at", "help_wanted_at"])
    record(act="step.let_go", by=by, thing=saved, at=at)
    return saved


def _may_set(plan: Plan, owner: StepOwner, around: Around, by: Actor, at: datetime) -> None:
    side = side_of(thing=plan, person=by, at=at)
    if side is None or (side != StepOwner.CITIZEN and owner != side):
        raise NotPossible(_("Her kan du skrive dine egne skridt. Andres kan du foreslå."))
    if around.task_type is not None and owner != StepOwner.COORDINATOR:
        raise NotPossible(_("Opgavens slags hører til sagsbehandlerens egne skridt."))


def _on_this_plan(plan: Plan, goal: Goal | None, barrier: Barrier | None) -> None:
    if goal is not None and goal.plan_id != plan.pk:
        raise NotPossible(_("Vælg et af dine egne mål."))
    if barrier is not None and barrier.plan_id != plan.pk:
        raise NotPossible(_("Vælg noget, der står på din plan."))


def _only_own(step: SmallStep, by: Actor, at: datetime) -> None:
    side = side_of(thing=step, person=by, at=at)
    if side != StepOwner.CITIZEN and side != step.owner:
        raise NotPossible(_("Det er ikke dit skridt."))


def _columns(around: Around, owner: StepOwner) -> dict[str, object]:
    return {
        "supported_by": around.supported_by if around.supported_by not in (None, owner) else "",
        "area": around.area or "",
        "due_on": around.due_on,
        "barrier": (around.barrier.rewords or around.barrier) if around.barrier else None,
        "task_type": around.task_type or "",
    }
