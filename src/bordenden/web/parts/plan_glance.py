"""Her plan at a glance on Mit bord: the goals of the plan that holds, or those she has written so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bordenden.plans import queries
from bordenden.web.parts.said_when import day

if TYPE_CHECKING:
    from bordenden.plans.models import Plan

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Glance:
    """`goals` in her words, at most three; `stands` says whether the plan is agreed."""

    goals: tuple[str, ...]
    stands: str


def glance(plan: Plan | None) -> Glance | None:
    """One query where a plan is agreed, two before that; nothing where there is neither plan nor goal."""
    if plan is None:
        return None
    agreed = queries.agreed_version(plan=plan)
    if agreed is not None and agreed.agreed_at is not None:
        words = tuple(one["words"] for one in agreed.content["goals"][:SHOWN])
        return Glance(words, _("Aftalt den %(day)s.") % {"day": day(agreed.agreed_at)})
    goals = tuple(goal.words for goal in queries.goals(plan=plan)[:SHOWN])
    return Glance(goals, _("Den er ikke aftalt endnu. Det haster ikke.")) if goals else None
