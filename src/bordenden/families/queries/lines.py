"""Reads of the common lines: goals and small steps, each with who has taken it on."""

from django.db.models import F, QuerySet

from bordenden.families.models import Family, Undertaking


def lines(*, family: Family) -> QuerySet[Undertaking]:
    """The family's goals and steps: goals first, open steps before done ones, newest first."""
    rows = Undertaking.objects.filter(family=family).select_related("goal", "step", "member__person")
    return rows.order_by(F("goal").asc(nulls_last=True), F("step__done_at").desc(nulls_first=True), "-set_at", "pk")
