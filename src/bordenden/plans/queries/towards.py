"""Reads of what she works towards and what makes it hard, both at once: her page has few queries to spend."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, QuerySet, Value

from bordenden.foundation.prepared import Question
from bordenden.plans.models import Goal, Plan
from bordenden.plans.queries.barriers import MOST_SHOWN, barriers

GOALS_SHOWN, AT_MOST = 20, 200


class Towards(NamedTuple):
    """A goal (then it has a `kind`) or something that makes it hard; `settled_at`: when it was reached, or eased."""

    kind: str
    pk: UUID
    words: str
    area: str
    horizon: str
    set_at: datetime
    settled_at: datetime | None
    let_go_at: datetime | None


def towards(*, plan: Plan) -> tuple[tuple[Towards, ...], tuple[Towards, ...]]:
    """Her goals, and what makes it hard: what is open first, in the order she said it. One query."""
    rows = sorted((Towards(*row) for row in _both.ask(plan=plan.pk)), key=_open_first)
    aims, obstacles = ([row for row in rows if bool(row.kind) == aim] for aim in (True, False))
    return tuple(aims[:GOALS_SHOWN]), tuple(obstacles[:MOST_SHOWN])


@Question
def _both(*, plan: UUID) -> QuerySet[Goal, tuple[Any, ...]]:
    fields = ("horizon", "set_at", "reached_at", "let_go_at")
    goals = Goal.objects.filter(plan=plan).order_by().values_list("kind", "pk", "words", "area", *fields)
    hard = barriers(plan=Plan(pk=plan)).order_by().annotate(no_kind=_none(), no_horizon=_none())
    also = ("no_horizon", "set_at", "eased_at", "let_go_at")
    both = goals.union(hard.values_list("no_kind", "pk", "words_now", "area_now", *also), all=True)
    return both.order_by("set_at")[:AT_MOST]


def _none() -> Value:
    return Value("", CharField())


def _open_first(row: Towards) -> tuple[bool, bool, datetime, UUID]:
    return row.let_go_at is not None, row.settled_at is not None, row.set_at, row.pk
