"""Reads of what makes it hard: each thing with its newest words, and the history of them."""

from dataclasses import dataclass

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from bordenden.plans.models import Barrier, Plan

MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Hard:
    """One thing that makes it hard: `barrier` is the first of its chain, `words` and `area` are the newest."""

    barrier: Barrier
    words: str
    area: str
    version: int


def barriers(*, plan: Plan) -> QuerySet[Barrier]:
    """The things that stand, those that have become easier last; each with its newest words, area and version."""
    later = Barrier.objects.filter(rewords=OuterRef("pk")).order_by("-version")
    rows = Barrier.objects.filter(plan=plan, rewords=None, let_go_at=None).annotate(
        words_now=Coalesce(Subquery(later.values("words")[:1]), F("words")),
        area_now=Coalesce(Subquery(later.values("area")[:1]), F("area")),
        version_now=Coalesce(Subquery(later.values("version")[:1]), F("version")),
    )
    return rows.order_by(F("eased_at").asc(nulls_first=True), "set_at", "pk")


def hard_things(*, plan: Plan, most: int = MOST_SHOWN) -> list[Hard]:
    """The first few of `barriers`. One query."""
    return [_hard(row) for row in barriers(plan=plan)[:most]]


def hard_thing(*, barrier: Barrier) -> Hard:
    """One thing as it stands now."""
    newest = barrier_wordings(barrier=barrier)[0]
    return Hard(barrier, newest.words, newest.area, newest.version)


def barrier_wordings(*, barrier: Barrier) -> QuerySet[Barrier]:
    """Every wording of a thing, newest first."""
    first = barrier.rewords_id or barrier.pk
    return Barrier.objects.filter(Q(pk=first) | Q(rewords=first)).order_by("-version")


def _hard(row: Barrier) -> Hard:
    words, area, version = (getattr(row, name) for name in ("words_now", "area_now", "version_now"))
    return Hard(row, words, area, version)
