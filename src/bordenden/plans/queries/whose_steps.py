"""Reads of how much of her plan is hers to do."""

from dataclasses import dataclass

from django.db.models import Count, Q

from bordenden.plans.models import Plan, SmallStep
from bordenden.plans.words import StepOwner


@dataclass(frozen=True, slots=True)
class StepShares:
    """Small steps that were not let go: how many, how many are hers, and how many of each are done."""

    in_all: int
    hers: int
    done: int
    hers_done: int

    @property
    def owned_by_her(self) -> float | None:
        """The share of the steps that is hers; None without steps."""
        return self.hers / self.in_all if self.in_all else None

    @property
    def done_by_her(self) -> float | None:
        """The share of her own steps that she has done; None when she has none."""
        return self.hers_done / self.hers if self.hers else None


def step_shares(*, plan: Plan) -> StepShares:
    """Exact counts of one plan. One query; what is published of many plans goes through disclosure."""
    hers, done = Q(owner=StepOwner.CITIZEN), Q(done_at__isnull=False)
    found = SmallStep.objects.filter(plan=plan, let_go_at=None).aggregate(
        in_all=Count("pk"),
        hers=Count("pk", filter=hers),
        done=Count("pk", filter=done),
        hers_done=Count("pk", filter=hers & done),
    )
    return StepShares(**found)
