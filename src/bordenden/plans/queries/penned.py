"""Reads of what a caseworker wrote down while she spoke, beside what she says herself."""

from bordenden.plans.models import Penned
from bordenden.plans.queries.words import newest
from bordenden.plans.words import PennedAs, StatementKind


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
