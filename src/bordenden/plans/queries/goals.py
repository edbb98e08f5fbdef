"""Reads of her goals with their wordings, and of small steps with their marks."""

from uuid import UUID

from django.db.models import F, QuerySet

from bordenden.foundation.prepared import Question
from bordenden.plans.models import Goal, GoalMark, Plan, RealismCheck, SmallStep, StepMark, Wording
from bordenden.plans.words import StepOwner


def goals(*, plan: Plan) -> QuerySet[Goal]:
    """Her goals: those she works towards in the order she set them, then those she has reached or let go."""
    first = F("let_go_at").asc(nulls_first=True), F("reached_at").asc(nulls_first=True)
    return Goal.objects.filter(plan=plan).order_by(*first, "set_at", "pk")


def wordings(*, goal: Goal) -> QuerySet[Wording]:
    """Every wording of a goal, newest first; the first row is the one that counts."""
    return Wording.objects.filter(goal=goal).select_related("written_by", "pen").order_by("-version")


def goal_marks(*, goal: Goal) -> QuerySet[GoalMark]:
    """What else happened to a goal, newest first."""
    return GoalMark.objects.filter(goal=goal).select_related("marked_by").order_by("-marked_at", "-pk")


def checks(*, goal: Goal) -> QuerySet[RealismCheck]:
    """Her own looks at whether it can be done, newest first."""
    return RealismCheck.objects.filter(goal=goal).order_by("-checked_at", "-pk")


def steps(*, plan: Plan) -> QuerySet[SmallStep]:
    """Small steps: the open ones first, newest at the top, then the done ones, latest first, then those let go."""
    rows = SmallStep.objects.filter(plan=plan).select_related("goal")
    settled = F("let_go_at").asc(nulls_first=True), F("done_at").desc(nulls_first=True)
    return rows.order_by(*settled, "-set_at", "pk")


@Question
def _steps_between(begin: int, end: int, *, plan: UUID) -> QuerySet[SmallStep]:
    return steps(plan=Plan(pk=plan))[begin:end]


def steps_between(begin: int, end: int, *, plan: Plan) -> list[SmallStep]:
    """Those of `steps` that stand on a page. One query."""
    return _steps_between.ask(begin, end, plan=plan.pk)


def next_step(*, plan: Plan) -> SmallStep | None:
    """Her own newest open step."""
    rows = SmallStep.objects.filter(plan=plan, owner=StepOwner.CITIZEN, done_at=None, let_go_at=None)
    return rows.order_by("-set_at", "pk").first()


def help_wanted(*, steps: QuerySet[SmallStep]) -> QuerySet[SmallStep]:
    """Open steps somebody wants help with, who asked first at the top; not those the mentor is to help with."""
    wanted = steps.filter(help_wanted_at__isnull=False, done_at=None, let_go_at=None)
    mine = wanted.exclude(supported_by=StepOwner.MENTOR).exclude(owner=StepOwner.MENTOR, supported_by="")
    return mine.order_by("help_wanted_at", "pk")


def achieved(*, plan: Plan) -> QuerySet[SmallStep]:
    """Every step that is done, the newest first."""
    return SmallStep.objects.filter(plan=plan, done_at__isnull=False, let_go_at=None).order_by("-done_at", "-pk")


def marks(*, step: SmallStep) -> QuerySet[StepMark]:
    """When the step was marked done and when that was taken back, newest first."""
    return StepMark.objects.filter(step=step).select_related("marked_by").order_by("-marked_at", "-pk")
