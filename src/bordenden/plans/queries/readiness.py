"""Reads of what her plan lacks before it is agreed, and of how much of it is hers to do."""

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from bordenden.plans.models import Barrier, Plan, SmallStep
from bordenden.plans.queries.words import standing
from bordenden.plans.words import StatementKind, StepOwner

PROBLEM = (StatementKind.PROBLEM,)
WISHES = (StatementKind.WISH, StatementKind.DREAM)


class Missing(NamedTuple):
    """What the plan lacks: the kind of her words to write, and the sentence that asks for it."""

    kind: StatementKind
    words: str


def ready_to_agree(*, plan: Plan) -> tuple[Missing, ...]:
    """What she has to say before a plan is agreed; nothing when it is ready.

    The plan begins with how she sees the problem (her words, or one thing that makes it hard) and with what she
    wishes for (a wish or a dream).
    """
    said = set(standing(plan=plan).values_list("kind", flat=True))
    missing = []
    if not said.intersection(PROBLEM) and not Barrier.objects.filter(plan=plan, let_go_at=None).exists():
        missing.append(Missing(StatementKind.PROBLEM, _("Skriv først, hvordan du ser problemet.")))
    if not said.intersection(WISHES):
        missing.append(Missing(StatementKind.WISH, _("Skriv først, hvad du ønsker dig.")))
    return tuple(missing)


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
