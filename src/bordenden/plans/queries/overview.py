"""Reads of a plan at a glance: which plan, each kind of her words with what stands beside it, her goals."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Window
from django.db.models.functions import RowNumber

from bordenden.foundation.prepared import Question
from bordenden.pathways.models import Table
from bordenden.plans.models import Comment, Plan, Statement
from bordenden.plans.queries.towards import Towards, towards
from bordenden.plans.words import SPOKEN, StatementKind

NEWEST_COMMENTS = 3


class Beside(NamedTuple):
    """A comment beside her words, and how many there are of its kind; plain values: as models they cost twice."""

    kind: str
    words: str
    written_at: datetime
    given_name: str
    family_name: str
    in_all: int

    @property
    def who(self) -> str:
        """The whole name of who wrote it."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True, slots=True)
class Said:
    """One kind of her words: what stands now (None before she has said anything), and what stands beside it."""

    kind: StatementKind
    statement: Statement | None
    comments: tuple[Beside, ...]
    comments_in_all: int

    @property
    def words(self) -> str:
        """Her words as they stand, "" for none."""
        return self.statement.words if self.statement else ""


@dataclass(frozen=True, slots=True)
class Overview:
    """A plan at a glance: each kind of her words in order, her goals, and what makes it hard."""

    plan: Plan
    said: tuple[Said, ...]
    goals: tuple[Towards, ...]
    hard: tuple[Towards, ...]


def plan_of(*, table: Table) -> Plan | None:
    """The plan of a table, once it is begun, with whose it is."""
    return next(iter(_plan_of.ask(table=table.pk)), None)


@Question
def _plan_of(*, table: UUID) -> QuerySet[Plan]:
    return Plan.objects.filter(table=table).select_related("owner").order_by("pk")[:1]


def plans_of(*, tables: Iterable[Table]) -> list[Plan]:
    """The plans of several tables, where they are begun. One query."""
    return list(Plan.objects.filter(table__in=list(tables)).order_by("pk"))


def overview(*, plan: Plan) -> Overview:
    """The plan but for its steps, which are paged. Three queries, however much has been said."""
    statements = {row.kind: row for row in _newest_of_each.ask(plan=plan.pk)}
    comments: dict[str, list[Beside]] = {kind: [] for kind in SPOKEN}
    for beside in (Beside(*row) for row in _newest_comments.ask(plan=plan.pk)):
        comments[beside.kind].append(beside)
    said = tuple(
        Said(kind, statements.get(kind), tuple(comments[kind]), comments[kind][0].in_all if comments[kind] else 0)
        for kind in SPOKEN
    )
    goals, hard = towards(plan=plan)
    return Overview(plan, said, goals, hard)


@Question
def _newest_of_each(*, plan: UUID) -> QuerySet[Statement]:
    later = Statement.objects.filter(plan=plan, kind=OuterRef("kind"), version__gt=OuterRef("version"))
    return Statement.objects.filter(~Exists(later), plan=plan).select_related("pen").order_by("kind")


@Question
def _newest_comments(*, plan: UUID) -> QuerySet[Comment, tuple[Any, ...]]:
    """The newest few of each kind, each with the number of all of its kind. One query."""
    beside = Comment.objects.filter(plan=plan, kind__in=SPOKEN).annotate(
        place=Window(RowNumber(), partition_by=[F("kind")], order_by=[F("written_at").desc(), F("pk").asc()]),
        in_all=Window(Count("pk"), partition_by=[F("kind")]),
    )
    rows = beside.filter(place__lte=NEWEST_COMMENTS).order_by("kind", "place")
    names = ("written_by__given_name", "written_by__family_name")
    return rows.values_list("kind", "words", "written_at", *names, "in_all")
