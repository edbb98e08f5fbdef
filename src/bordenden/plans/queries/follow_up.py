"""Reads of what somebody might ask her about soon: something she has begun, a step whose day has come."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from bordenden.pathways.models import Table
from bordenden.people.models import Municipality
from bordenden.plans.models import Chosen, Goal, Plan, SmallStep
from bordenden.plans.words import ChosenStatus, StepOwner
from bordenden.post.models import Letter
from bordenden.post.words import Kind

# So many days after something began, or a day was to be kept, and for so many days more.
AFTER, SHOWN_FOR = timedelta(days=7), timedelta(days=14)
STEP_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What she is asked about: her step, or what she has begun, by the words on her plan."""

    thing: UUID
    words: str
    is_step: bool


@dataclass(frozen=True, slots=True)
class Today:
    """The plan on her first page, whether she has set a goal, and what she is asked about, if anything."""

    plan: Plan | None
    has_goal: bool = False
    follow_up: FollowUp | None = None


def begun_lately(*, municipality: Municipality, at: datetime) -> QuerySet[Chosen]:
    """In a municipality: what somebody began some days ago and was not asked about, with its plan."""
    rows = Chosen.objects.filter(
        ~_asked(), _begun(localdate(at)), municipality=municipality, plan__ended_at__isnull=True
    )
    return rows.select_related("plan__owner", "plan__table").order_by("started_on", "pk")


def due_lately(*, municipality: Municipality, at: datetime) -> QuerySet[SmallStep]:
    """In a municipality: steps of a citizen's own whose day has come, open and not asked about, with their plan."""
    rows = SmallStep.objects.filter(
        ~_asked(), _due(localdate(at)), municipality=municipality, plan__ended_at__isnull=True
    )
    return rows.select_related("plan__owner", "plan__table").order_by("due_on", "pk")


def plan_today(*, table: Table, at: datetime) -> Today:
    """The plan of a table, whether she has a goal, and what to ask her about: begun before a step. One query."""
    today = localdate(at)
    begun = Chosen.objects.filter(_begun(today), plan=OuterRef("pk")).order_by("-started_on", "pk")
    due = SmallStep.objects.filter(_due(today), plan=OuterRef("pk")).order_by("-due_on", "pk")
    rows = Plan.objects.filter(table=table).annotate(
        has_goal=Exists(Goal.objects.filter(plan=OuterRef("pk"))),
        begun=Subquery(begun.values("pk")[:1]),
        begun_words=Subquery(begun.values(said=Coalesce("offer__name", "words"))[:1]),
        due=Subquery(due.values("pk")[:1]),
        due_words=Subquery(due.values("words")[:1]),
    )
    plan = rows.order_by("pk").first()
    if plan is None:
        return Today(None)
    if plan.begun:
        return Today(plan, plan.has_goal, FollowUp(plan.begun, plan.begun_words, is_step=False))
    return Today(plan, plan.has_goal, FollowUp(plan.due, plan.due_words, is_step=True) if plan.due else None)


def _asked() -> Exists:
    return Exists(Letter.objects.filter(thing=OuterRef("pk"), kind=Kind.FOLLOW_UP))


def _begun(today: date) -> Q:
    last = today - AFTER
    return Q(status=ChosenStatus.STARTED, started_on__lte=last, started_on__gt=last - SHOWN_FOR)


def _due(today: date) -> Q:
    last = today - STEP_AFTER
    open_still = Q(done_at__isnull=True, let_go_at__isnull=True, owner=StepOwner.CITIZEN)
    return open_still & Q(due_on__lte=last, due_on__gt=last - SHOWN_FOR)
