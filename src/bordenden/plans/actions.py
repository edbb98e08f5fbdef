"""Writes about plans: what she says, what others say beside it, her goals, and small steps."""

from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import SAID_AGAIN, AlreadySent, NotPossible, Stale
from bordenden.pathways.models import Table
from bordenden.pathways.queries import sits_at_head
from bordenden.plans.models import Comment, Goal, Plan, SmallStep, Statement, StepMark, Wording
from bordenden.plans.queries import newest
from bordenden.plans.words import StatementKind, StepOwner

M = TypeVar("M", bound=Model)


@transaction.atomic
def begin(*, table: Table, by: Actor, at: datetime) -> Plan:
    """The plan of a table; a table that has one keeps it."""
    plan, created = Plan.objects.get_or_create(
        table=table, defaults={"municipality_id": table.municipality_id, "begun_at": at}
    )
    if created:
        record(act="plan.begin", by=by, thing=plan, at=at)
    return plan


@transaction.atomic
def say(*, plan: Plan, kind: StatementKind, words: str, version: int, by: Actor, at: datetime) -> Statement:
    """She says it in her own words. `version` is the one she had before her, 0 for none.

    Saying the same again changes nothing; empty words take back what was said, and the history keeps it.
    Raises Stale when a newer wording was saved in between, NotPossible for anybody but the head.
    """
    _only_the_head(plan, by, at)
    _hold(Plan, plan)
    words = words.strip()
    saved = newest(plan=plan, kind=kind)
    if saved is not None and saved.words == words:
        return saved
    if saved is None and not words:
        raise NotPossible(_("Skriv et par ord først. Du kan altid rette dem."))
    if saved is not None and saved.version != version:
        raise Stale(_("Teksten er ændret, mens du skrev."), saved.words, saved.version)
    said = Statement.objects.create(
        table_id=plan.table_id,
        municipality_id=plan.municipality_id,
        plan=plan,
        kind=kind,
        version=saved.version + 1 if saved else 1,
        words=words,
        written_by_id=by.pk,
        written_at=at,
    )
    record(act="statement.write", by=by, thing=said, at=at)
    return said


@transaction.atomic
def comment(*, plan: Plan, kind: StatementKind, words: str, form_key: FormKey, by: Actor, at: datetime) -> Comment:
    """Somebody at the table writes beside her words. The same said again gives the first comment."""
    words = _some(words)
    same = Comment.objects.filter(plan=plan, kind=kind, words=words, written_by_id=by.pk)
    said = same.filter(written_at__gt=at - SAID_AGAIN, written_at__lte=at).first()
    if said is not None:
        return said
    made, created = Comment.objects.get_or_create(
        plan=plan,
        form_key=form_key,
        defaults={
            "table_id": plan.table_id,
            "municipality_id": plan.municipality_id,
            "kind": kind,
            "words": words,
            "written_by_id": by.pk,
            "written_at": at,
        },
    )
    if created:
        record(act="statement.comment", by=by, thing=made, at=at)
    elif (made.words, made.kind, made.written_by_id) != (words, kind, by.pk):
        raise AlreadySent(made.words)
    return made


@transaction.atomic
def set_goal(*, plan: Plan, words: str, form_key: FormKey, by: Actor, at: datetime) -> Goal:
    """Her own goal. The same said again gives the first goal. Raises NotPossible for anybody but the head."""
    _only_the_head(plan, by, at)
    words = _some(words)
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
    _only_the_head(goal, by, at)
    words = _some(words)
    saved = _hold(Goal, goal)
    if saved.words == words:
        return saved
    if saved.version != version:
        raise Stale(_("Målet er ændret, mens du skrev."), saved.words, saved.version)
    saved.words, saved.version = words, saved.version + 1
    saved.save(update_fields=["words", "version"])
    _word(saved, by, at)
    record(act="goal.reword", by=by, thing=saved, at=at)
    return saved


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
    words = _some(words)
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
    saved = _hold(SmallStep, step)
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


def _only_the_head(thing: Plan | Goal, by: Actor, at: datetime) -> None:
    """Her words and her goals are hers, whoever asks: the gate says so first, this says so last."""
    if not sits_at_head(thing=thing, person=by, at=at):
        raise NotPossible(_("Det kan kun den, der sidder for bordenden, skrive."))


def _hold(model: type[M], thing: M) -> M:
    """The row as it is saved now, locked to the end of the transaction (SQLite has one writer anyway)."""
    return model._default_manager.select_for_update().get(pk=thing.pk)


def _some(words: str) -> str:
    if not words.strip():
        raise NotPossible(_("Skriv et par ord først. Du kan altid rette dem."))
    return words.strip()


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
