"""Her plan at a glance on Mit bord: the goals of the plan that holds, or those she has written so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bordenden.plans import queries
from bordenden.web.parts.said_when import day

if TYPE_CHECKING:
    from bordenden.plans.queries import Today

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Glance:
    """`goals` in her words, at most three; `stands` says whether the plan is agreed."""

    goals: tuple[str, ...]
    stands: str


def glance(today: Today) -> Glance | None:
    """No query where a plan is agreed, one before that; nothing where there is neither plan nor goal."""
    if today.plan is None:
        return None
    if today.agreed_at is not None:
        return Glance(today.agreed_goals, _("Aftalt den %(day)s.") % {"day": day(today.agreed_at)})
    if not today.has_goal:
        return None
    goals = tuple(goal.words for goal in queries.goals(plan=today.plan)[:SHOWN])
    return Glance(goals, _("Den er ikke aftalt endnu. Det haster ikke."))
