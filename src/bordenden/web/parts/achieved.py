"""What she has managed: a done small step in her own words, and the newest of them for her first page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bordenden.plans.queries import achieved
from bordenden.web.parts.said_when import day

if TYPE_CHECKING:
    from bordenden.plans.models import Plan, SmallStep


@dataclass(frozen=True, slots=True)
class Achievement:
    """A step she has done: her words, the day, and what she thought of it."""

    words: str
    when: str
    reflection: str


def achievement(step: SmallStep) -> Achievement:
    """One row of Det har jeg klaret."""
    return Achievement(step.words, day(step.done_at) if step.done_at else "", step.reflection)


def newest_achievement(plan: Plan | None) -> Achievement | None:
    """For `parts/achieved.html` on her first page; None before the first. One query."""
    step = achieved(plan=plan).first() if plan is not None else None
    return achievement(step) if step is not None else None
