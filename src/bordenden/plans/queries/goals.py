"""Reads of her goals with their wordings, and of small steps with their marks."""

from django.db.models import F, QuerySet

from bordenden.plans.models import Goal, Plan, SmallStep, StepMark, Wording


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
