"""Writes about her words: the plan begun, what she says, and what others say beside it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import SAID_AGAIN, AlreadySent, NotPossible, Stale
from bordenden.pathways.models import Table
from bordenden.pathways.queries import at_the_head
from bordenden.people.actions import hold_person
from bordenden.plans.actions.holding import hold, only_the_head, some
from bordenden.plans.models import Comment, Plan, Statement
from bordenden.plans.queries import newest, to_build_on
from bordenden.plans.words import PlanKind, StatementKind


@transaction.atomic
def begin(*, table: Table, by: Actor, at: datetime, family: bool = False) -> Plan:
    """The plan of a table; a table that has one keeps it. It is a family's by `family`, or where several are heads.

    Raises NotPossible when the citizen has an active plan at another table.
    """
    heads = at_the_head(table=table, at=at)
    family = family or len(heads) > 1
    owner = heads[0] if heads and not family else None
    if owner is not None:
        hold_person(person=owner)
        if Plan.objects.filter(owner=owner, ended_at=None).exclude(table=table).exists():
            raise NotPossible(_("Der er allerede en plan. Man har én ad gangen."))
    defaults = {
        "municipality_id": table.municipality_id,
        "begun_at": at,
        "owner": owner,
        "kind": PlanKind.FAMILY if family else PlanKind.ONE,
    }
    plan, created = Plan.objects.get_or_create(table=table, defaults=defaults)
    if created:
        record(act="plan.begin", by=by, thing=plan, at=at)
    return plan


@transaction.atomic
def say(
    *,
    plan: Plan,
    kind: StatementKind,
    words: str,
    version: int,
    by: Actor,
    at: datetime,
    pen: Actor | None = None,
) -> Statement:
    """She says it in her own words. `version` is the one she had before her, 0 for none; `pen`: who typed for her.

    Saying the same again changes nothing; empty words take back what was said, and the history keeps it.
    Raises Stale when a newer wording was saved in between, NotPossible for anybody but the head.
    """
    only_the_head(thing=plan, by=by, at=at)
    hold(Plan, plan)
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
        pen_id=pen.pk if pen else None,
        written_at=at,
    )
    record(act="statement.write", by=by, pen=pen, thing=said, at=at)
    return said


@transaction.atomic
def comment(*, plan: Plan, kind: StatementKind, words: str, form_key: FormKey, by: Actor, at: datetime) -> Comment:
    """Somebody at the table writes beside her words. The same said again gives the first comment."""
    words = some(words)
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


def say_first(*, plan: Plan, words: str, by: Actor, at: datetime) -> Statement | None:
    """What she says where nothing of hers stands yet becomes a wish a decision can build on; None says nothing."""
    if not words.strip() or to_build_on(plan=plan) is not None:
        return None
    last = newest(plan=plan, kind=StatementKind.WISH)
    return say(plan=plan, kind=StatementKind.WISH, words=words, version=last.version if last else 0, by=by, at=at)
