"""A plan as every door shows it: her words with others' comments beside them, her goals, her small steps.

A view hands `plan_part(...)` to its template as `part` and includes `parts/plan.html`, which needs nothing else.
The staff door, the guest door and "Se det, Mie ser" show the very same; it has no buttons but `reply_url`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bordenden.plans import queries
from bordenden.plans.words import StatementKind, StepOwner
from bordenden.web.design.parts import Pager, Step
from bordenden.web.parts.chosen_lines import ChosenLine, chosen_lines
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day, whose

if TYPE_CHECKING:
    from bordenden.plans.models import Comment, Goal, Plan, SmallStep

STEPS_A_PAGE = 20
CHOSEN_SHOWN = 20
KindLink = Callable[[StatementKind], str]
StepLink = Callable[["SmallStep"], str]


@dataclass(frozen=True, slots=True)
class Beside:
    """A comment beside her words: who, when, what."""

    who: str
    when: str
    words: str


@dataclass(frozen=True, slots=True)
class SaidPart:
    """One kind of her words. `more` is how many comments are not shown; `url` leads on, "" for nowhere."""

    title: str
    words: str
    when: str
    beside: tuple[Beside, ...]
    more: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A goal in her words; `url` leads to it, "" for nowhere."""

    words: str
    when: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class StepsPart:
    """One page of her small steps: the open ones, then the done ones."""

    open: tuple[Step, ...]
    done: tuple[Step, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class PlanPart:
    """The whole plan. `owner` is her name as owner ("Aminas"), `name` her given name."""

    name: str
    owner: str
    said: tuple[SaidPart, ...]
    goals: tuple[GoalPart, ...]
    steps: StepsPart
    chosen: tuple[ChosenLine, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing stands on it yet."""
        steps = self.steps.open or self.steps.done
        return not (any(said.words for said in self.said) or self.goals or self.chosen or steps)


def plan_part(
    plan: Plan, *, name: str, side: str | None, reply: KindLink | None = None, private_too: bool = False
) -> PlanPart:
    """The plan to read. `name` is her given name, `side` what `?side=` says, `reply` where one writes beside.

    `private_too`: for the caseworker, who reads the names of discreet offers too.
    """
    seen = queries.overview(plan=plan)
    return PlanPart(
        name,
        whose(name),
        tuple(said_part(said, reply) for said in seen.said),
        tuple(goal_part(goal) for goal in seen.goals),
        steps_part(plan, side=side),
        chosen_lines(queries.chosen_on(plan=plan)[:CHOSEN_SHOWN], private_too=private_too),
    )


def said_part(said: queries.Said, link: KindLink | None = None) -> SaidPart:
    """One kind of her words, with the newest comments oldest first: they are read as a conversation."""
    return SaidPart(
        str(said.kind.label),
        said.words,
        day(said.statement.written_at) if said.statement else "",
        tuple(Beside(one.who, day(one.written_at), one.words) for one in reversed(said.comments)),
        said.comments_in_all - len(said.comments),
        link(said.kind) if link else "",
    )


def beside(comment: Comment) -> Beside:
    """A comment as words."""
    return Beside(comment.written_by.name, day(comment.written_at), comment.words)


def goal_part(goal: Goal, url: str = "") -> GoalPart:
    """A goal as words."""
    return GoalPart(goal.words, day(goal.set_at), url)


def steps_part(plan: Plan, *, side: str | None, link: StepLink | None = None) -> StepsPart:
    """One page of the steps, cut in SQL."""
    page = cut(queries.steps(plan=plan), side, size=STEPS_A_PAGE)
    shown = [_step(row, link) for row in page.rows]
    return StepsPart(tuple(s for s in shown if not s.done), tuple(s for s in shown if s.done), page.pager)


def _step(row: SmallStep, link: StepLink | None) -> Step:
    lines = [
        _("Mål: %(goal)s") % {"goal": row.goal.words} if row.goal else "",
        "" if row.owner == StepOwner.CITIZEN else _("Hvem: %(who)s") % {"who": row.get_owner_display()},
        _("Gjort den %(day)s") % {"day": day(row.done_at)} if row.done_at else "",
        f"“{row.reflection}”" if row.reflection else "",
    ]
    detail = " · ".join(line for line in lines if line)
    return Step(row.words, done=row.done_at is not None, detail=detail, url=link(row) if link else "")
