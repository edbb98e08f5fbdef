"""Reads of the common lines: goals and small steps, each with who has taken it on."""

from django.db.models import F, QuerySet

from bordenden.families.models import Family, Undertaking


def common_goals(*, family: Family) -> QuerySet[Undertaking]:
    """The family's goals, newest first."""
    rows = Undertaking.objects.filter(family=family, goal__isnull=False)
    return rows.select_related("goal", "member__person").order_by("-set_at", "pk")


def common_steps(*, family: Family) -> QuerySet[Undertaking]:
    """The family's small steps: the open ones first, newest at the top, then the done ones."""
    rows = Undertaking.objects.filter(family=family, step__isnull=False).select_related("step", "member__person")
    return rows.order_by(F("step__done_at").desc(nulls_first=True), "-set_at", "pk")
