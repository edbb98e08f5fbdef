"""Reads of the common lines: goals and small steps, each with who has taken it on."""

from uuid import UUID

from django.db.models import F, QuerySet

from bordenden.families.models import Family, Undertaking
from bordenden.foundation.prepared import Question

# Of a line no more is read than is said of it: a page has forty.
_READ = ("supporters", "member__left_at", "member__person__given_name")


def common_goals(*, family: Family, most: int) -> list[Undertaking]:
    """The family's newest goals. One query."""
    return _goals.ask(most, family=family.pk)


def common_steps(begin: int, end: int, *, family: Family) -> list[Undertaking]:
    """The family's small steps between two places: the open ones first, newest at the top, then the done ones."""
    return _steps.ask(begin, end, family=family.pk)


@Question
def _goals(most: int, *, family: UUID) -> QuerySet[Undertaking]:
    rows = Undertaking.objects.filter(family=family, goal__isnull=False).select_related("goal", "member__person")
    return rows.only(*_READ, "goal__words").order_by("-set_at", "pk")[:most]


@Question
def _steps(begin: int, end: int, *, family: UUID) -> QuerySet[Undertaking]:
    rows = Undertaking.objects.filter(family=family, step__isnull=False).select_related("step", "member__person")
    in_order = F("step__done_at").desc(nulls_first=True), "-set_at", "pk"
    return rows.only(*_READ, "step__words", "step__done_at").order_by(*in_order)[begin:end]
