"""Reads of what others propose to her."""

from django.db.models import QuerySet

from bordenden.plans.models import Plan, Proposal

MOST_OPEN = 10


def proposals(*, plan: Plan) -> QuerySet[Proposal]:
    """Every proposal, the newest first, with who made it."""
    return Proposal.objects.filter(plan=plan).select_related("proposed_by").order_by("-proposed_at", "pk")


def open_proposals(*, plan: Plan, most: int = MOST_OPEN) -> list[Proposal]:
    """What she has not answered and nobody has taken back, the oldest first. One query."""
    rows = Proposal.objects.filter(plan=plan, answer="", taken_back_at=None).select_related("proposed_by")
    return list(rows.order_by("proposed_at", "pk")[:most])
