"""What her first page says of her plan, all of it in one query."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from django.db.models import Count, Exists, F, Model, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from bordenden.exchange.models import Message
from bordenden.foundation.prepared import Question
from bordenden.offers.models import Waiting
from bordenden.offers.words import WaitingState
from bordenden.pathways.models import Table
from bordenden.plans.models import Chosen, Goal, Plan, SmallStep
from bordenden.plans.queries.follow_up import FollowUp, begun_between, days_of_asking, due_between
from bordenden.plans.queries.versions import what_holds
from bordenden.plans.words import OVER, StepOwner

GOALS_AT_A_GLANCE = 3


class Columns(Protocol):
    """Gives columns by their names, the same for everybody at a moment."""

    def __call__(self, *, at: datetime) -> dict[str, Combinable]: ...


@dataclass(frozen=True, slots=True)
class Named:
    """A thing by its id, and its words."""

    pk: UUID
    words: str


@dataclass(frozen=True, slots=True)
class Today:
    """The plan on her first page, and what there is to say of it.

    `place` is a place offered to her, to be answered by `answer_by`; `looked_back` is over, and she has said nothing
    of it; `agreed_at` and `agreed_goals` are of the version that holds. `also` holds the columns that were asked for
    beside it, by their names (and those of the plan).
    """

    plan: Plan | None
    has_goal: bool = False
    follow_up: FollowUp | None = None
    next_step: Named | None = None
    looked_back: Named | None = None
    place: Named | None = None
    answer_by: datetime | None = None
    agreed_at: datetime | None = None
    agreed_goals: tuple[str, ...] = ()
    unread: int = 0
    also: Mapping[str, Any] = field(default_factory=dict)


def nothing_else(*, at: datetime) -> dict[str, Combinable]:  # noqa: ARG001 (others depend on the moment)
    """No columns beside those of the plan."""
    return {}


def plan_today(*, table: Table, at: datetime, also: Columns = nothing_else) -> Today:
    """The plan of a table, and all her first page says of it. One query.

    `also` gives columns of a room above this one, that know the table as `OuterRef("table")`; by nothing but the
    moment, so that the question is written once.
    """
    begun, due = days_of_asking(localdate(at))
    found = _with_all.ask(also, table=table.pk, begun=begun, due=due, at=at)
    return _of(found[0]) if found else Today(None)


@Question
def _with_all(
    also: Columns, *, table: UUID, begun: tuple[date, date], due: tuple[date, date], at: datetime
) -> QuerySet[Plan]:
    chosen, steps = Chosen.objects.filter(plan=OuterRef("pk")), SmallStep.objects.filter(plan=OuterRef("pk"))
    hers = steps.filter(owner=StepOwner.CITIZEN, done_at=None, let_go_at=None)
    over = chosen.filter(status__in=OVER, started_on__isnull=False, outcome="", let_be_at=None)
    offered = Waiting.objects.filter(table=OuterRef("table"), state=WaitingState.OFFERED).order_by("answer_by", "pk")
    title = Coalesce("offer__name", "words")
    return (
        Plan.objects.filter(table=table)
        .annotate(
            has_goal=Exists(Goal.objects.filter(plan=OuterRef("pk"))),
            **_first("begun", chosen.filter(begun_between(*begun)).order_by("-started_on", "pk"), title),
            **_first("due", steps.filter(due_between(*due)).order_by("-due_on", "pk"), F("words")),
            **_first("step", hers.order_by("-set_at", "pk"), F("words")),
            **_first("back", over.order_by("ended_on", "pk"), title),
            **_first("place", offered, F("offer__name")),
            answer_by=Subquery(offered.values("answer_by")[:1]),
            **what_holds(),
            unread=Coalesce(Subquery(_unread()), 0),
            **also(at=at),
        )
        .order_by("pk")[:1]
    )


def _unread() -> "QuerySet[Any]":
    """As a part of another question: how many messages at the table she has not said she has read."""
    rows = Message.objects.filter(table=OuterRef("table"), from_head=False, read_at=None).order_by()
    return rows.values("table").annotate(number=Count("pk")).values("number")


def _first(name: str, rows: "QuerySet[Any]", words: "F | Coalesce") -> dict[str, Subquery]:
    """The id and the words of the first of these rows, as two columns."""
    return {
        f"{name}_pk": Subquery(rows.values("pk")[:1]),
        f"{name}_words": Subquery(rows.values(said=words)[:1]),
    }


def _of(plan: Any) -> Today:  # noqa: ANN401 (its columns are known to the query alone)
    begun, due = _named(plan, "begun"), _named(plan, "due")
    # A plan that has ended asks nothing of her.
    asked = (begun or due) if plan.ended_at is None else None
    return Today(
        plan,
        plan.has_goal,
        FollowUp(asked.pk, asked.words, is_step=begun is None) if asked else None,
        _named(plan, "step"),
        _named(plan, "back"),
        _named(plan, "place"),
        plan.answer_by,
        plan.agreed_at,
        tuple(goal["words"] for goal in (plan.agreed_content or {"goals": ()})["goals"][:GOALS_AT_A_GLANCE]),
        plan.unread,
        vars(plan),
    )


def _named(plan: Model, name: str) -> Named | None:
    pk = getattr(plan, f"{name}_pk")
    return Named(pk, getattr(plan, f"{name}_words")) if pk else None
