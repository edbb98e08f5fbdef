"""Reads of what waits for her yes: what others propose, and what her caseworker wrote down while she spoke."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, QuerySet, Value

from bordenden.foundation.prepared import Question
from bordenden.plans.models import Penned, Plan, Proposal

MOST_WAITING = 10


class Waits(NamedTuple):
    """One thing that waits; plain values: as models two kinds would be two queries.

    `what` is a PennedAs where it was written for her, else the proposal's DecisionAbout; `kind` is a statement's.
    """

    penned: bool
    pk: UUID
    words: str
    what: str
    kind: str
    who: str
    by: UUID
    at: datetime


def proposals(*, plan: Plan) -> QuerySet[Proposal]:
    """Every proposal, the newest first, with who made it."""
    return Proposal.objects.filter(plan=plan).select_related("proposed_by").order_by("-proposed_at", "pk")


def waiting_for_her(*, plan: Plan, most: int = MOST_WAITING) -> list[Waits]:
    """What she has not answered and nobody has taken back, the oldest first, with who did it. One query."""
    return [Waits(bool(row[0]), *row[1:]) for row in _unanswered.ask(most, plan=plan.pk)]


@Question
def _unanswered(most: int, *, plan: UUID) -> QuerySet[Penned, tuple[Any, ...]]:
    written = Penned.objects.filter(plan=plan, answer="").annotate(written=Value("1", CharField()))
    asked = Proposal.objects.filter(plan=plan, answer="", taken_back_at=None)
    asked = asked.annotate(written=Value("", CharField()), kind=Value("", CharField()))
    rows = written.values_list("written", "pk", "words", "what", "kind", "pen__given_name", "pen", "penned_at")
    also = ("written", "pk", "words", "about", "kind", "proposed_by__given_name", "proposed_by", "proposed_at")
    return rows.union(asked.values_list(*also), all=True).order_by("penned_at")[:most]
