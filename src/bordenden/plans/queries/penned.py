"""Reads of what a caseworker wrote down while she spoke and she has not answered yet."""

from bordenden.plans.models import Penned, Plan
from bordenden.plans.queries.words import newest
from bordenden.plans.words import PennedAs, StatementKind

MOST_WAITING = 10


def penned_waiting(*, plan: Plan, most: int = MOST_WAITING) -> list[Penned]:
    """What waits for her yes, the oldest first, with who typed it. One query."""
    rows = Penned.objects.filter(plan=plan, answer="").select_related("pen")
    return list(rows.order_by("penned_at", "pk")[:most])


def hers_now(*, penned: Penned) -> tuple[str, int]:
    """What she says herself where the penned words would stand, and its version; ("", 0) for nothing."""
    if penned.what == PennedAs.REWORD and penned.goal is not None:
        return penned.goal.words, penned.goal.version
    if penned.what != PennedAs.STATEMENT:
        return "", 0
    said = newest(plan=penned.plan, kind=StatementKind(penned.kind))
    return (said.words, said.version) if said else ("", 0)


def paper_is_enough(*, penned: Penned) -> bool:
    """Whether a yes on paper may be noted for it: only where no confirmed words of hers would give way."""
    return penned.what != PennedAs.REWORD and not hers_now(penned=penned)[0]
