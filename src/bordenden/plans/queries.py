"""Reads about plans: the whole plan at a glance, and the history of each thing on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Window
from django.db.models.functions import RowNumber

from bordenden.pathways.models import Table
from bordenden.plans.models import Comment, Goal, Plan, SmallStep, Statement, StepMark, Wording
from bordenden.plans.words import StatementKind

NEWEST_COMMENTS = 3
GOALS_SHOWN = 20


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
    """A plan at a glance: each kind of her words in order, and her goals, oldest first."""

    plan: Plan
    said: tuple[Said, ...]
    goals: tuple[Goal, ...]


def plan_of(*, table: Table) -> Plan | None:
    """The plan of a table, once it is begun."""
    return Plan.objects.filter(table=table).order_by("pk").first()


def begun_plan(*, table: Table) -> tuple[Plan | None, bool]:
    """The plan of a table, once it is begun, and whether she has set a goal in it. One query."""
    rows = Plan.objects.filter(table=table).annotate(has_goal=Exists(Goal.objects.filter(plan=OuterRef("pk"))))
    plan = rows.order_by("pk").first()
    return plan, plan is not None and plan.has_goal


def plans_of(*, tables: Iterable[Table]) -> list[Plan]:
    """The plans of several tables, where they are begun. One query."""
    return list(Plan.objects.filter(table__in=list(tables)).order_by("pk"))


def overview(*, plan: Plan) -> Overview:
    """The plan but for its steps, which are paged. Three queries, however much has been said."""
    statements = {row.kind: row for row in _newest_of_each(plan)}
    comments: dict[str, list[Beside]] = {kind: [] for kind in StatementKind.values}
    for beside in _newest_comments(plan):
        comments[beside.kind].append(beside)
    said = tuple(
        Said(kind, statements.get(kind), tuple(comments[kind]), comments[kind][0].in_all if comments[kind] else 0)
        for kind in StatementKind
    )
    return Overview(plan, said, tuple(goals(plan=plan)[:GOALS_SHOWN]))


def newest(*, plan: Plan, kind: StatementKind) -> Statement | None:
    """What she says now, in one kind of words."""
    return history(plan=plan, kind=kind).first()


def history(*, plan: Plan, kind: StatementKind) -> QuerySet[Statement]:
    """Everything she has said of one kind, newest first."""
    return Statement.objects.filter(plan=plan, kind=kind).order_by("-version")


def comments_on(*, plan: Plan, kind: StatementKind) -> QuerySet[Comment]:
    """What others have written beside one kind of her words, newest first."""
    rows = Comment.objects.filter(plan=plan, kind=kind).select_related("written_by")
    return rows.order_by("-written_at", "pk")


def goals(*, plan: Plan) -> QuerySet[Goal]:
    """Her goals, in the order she set them."""
    return Goal.objects.filter(plan=plan).order_by("set_at", "pk")


def wordings(*, goal: Goal) -> QuerySet[Wording]:
    """Every wording of a goal, newest first; the first row is the one that counts."""
    return Wording.objects.filter(goal=goal).select_related("written_by").order_by("-version")


def steps(*, plan: Plan) -> QuerySet[SmallStep]:
    """Her small steps: the open ones first, newest at the top, then the done ones, latest first."""
    rows = SmallStep.objects.filter(plan=plan).select_related("goal")
    return rows.order_by(F("done_at").desc(nulls_first=True), "-set_at", "pk")


def achieved(*, plan: Plan) -> QuerySet[SmallStep]:
    """Every step that is done, the newest first."""
    return SmallStep.objects.filter(plan=plan, done_at__isnull=False).order_by("-done_at", "-pk")


def marks(*, step: SmallStep) -> QuerySet[StepMark]:
    """When the step was marked done and when that was taken back, newest first."""
    return StepMark.objects.filter(step=step).select_related("marked_by").order_by("-marked_at", "-pk")


def _newest_of_each(plan: Plan) -> QuerySet[Statement]:
    later = Statement.objects.filter(plan=plan, kind=OuterRef("kind"), version__gt=OuterRef("version"))
    return Statement.objects.filter(~Exists(later), plan=plan).order_by("kind")


def _newest_comments(plan: Plan) -> list[Beside]:
    """The newest few of each kind, each with the number of all of its kind. One query."""
    beside = Comment.objects.filter(plan=plan).annotate(
        place=Window(RowNumber(), partition_by=[F("kind")], order_by=[F("written_at").desc(), F("pk").asc()]),
        in_all=Window(Count("pk"), partition_by=[F("kind")]),
    )
    rows = beside.filter(place__lte=NEWEST_COMMENTS).order_by("kind", "place")
    names = ("written_by__given_name", "written_by__family_name")
    return [Beside(*row) for row in rows.values_list("kind", "words", "written_at", *names, "in_all")]
