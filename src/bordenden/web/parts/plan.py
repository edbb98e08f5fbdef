"""A plan as every door shows it: her words with others' comments beside them, her goals, her small steps.

A view hands `plan_part(...)` to its template as `part` and includes `parts/plan.html`, which needs nothing else.
The staff door, the guest door and "Se det, Mie ser" show the very same; it has no buttons but `reply_url`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bordenden.plans import queries
from bordenden.plans.words import GoalKind, Horizon, LifeArea, StatementKind, StepOwner, TaskType
from bordenden.web.design.parts import Pager, Step
from bordenden.web.parts.chosen_lines import ChosenLine, chosen_lines
from bordenden.web.parts.labels import label_of
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day, on_day, whose

if TYPE_CHECKING:
    from bordenden.plans.models import Comment, Plan, SmallStep
    from bordenden.plans.queries import Towards

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
    """One kind of her words. `more` is how many comments are not shown; `url` leads on, "" for nowhere.

    `pen` says who typed them for her, "" for nobody.
    """

    title: str
    words: str
    when: str
    beside: tuple[Beside, ...]
    more: int = 0
    url: str = ""
    pen: str = ""


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A goal in her words; `about` is what she says it is about, `url` leads to it, "" for nowhere."""

    words: str
    when: str
    url: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class HardPart:
    """One thing that makes it hard; `detail` says of which part of life it is, and that it has become easier."""

    words: str
    detail: str
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
    hard: tuple[HardPart, ...]
    goals: tuple[GoalPart, ...]
    steps: StepsPart
    chosen: tuple[ChosenLine, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing stands on it yet."""
        said = self.said or self.hard or self.goals
        return not (said or self.chosen or self.steps.open or self.steps.done)


def plan_part(
    plan: Plan,
    *,
    name: str,
    side: str | None,
    reply: KindLink | None = None,
    link: StepLink | None = None,
    private_too: bool = False,
) -> PlanPart:
    """The plan to read: of her words what she has said, or somebody has written beside.

    `name` is her given name, `side` what `?side=` says, `reply` where one writes beside, `link` the page of a step.
    `private_too`: for the caseworker, who reads the names of discreet offers too.
    """
    seen = queries.overview(plan=plan)
    return PlanPart(
        name,
        whose(name),
        tuple(said_part(said, reply) for said in seen.said if said.words or said.comments),
        tuple(hard_part(row) for row in seen.hard),
        tuple(goal_part(goal) for goal in seen.goals),
        steps_part(plan, side=side, link=link),
        chosen_lines(queries.first_chosen(CHOSEN_SHOWN, plan=plan), private_too=private_too),
    )


def hard_part(row: Towards, url: str = "") -> HardPart:
    """Something that makes it hard, as she says it."""
    eased = _("Det er blevet lettere") if row.settled_at else ""
    return HardPart(row.words, _joined(label_of(LifeArea, row.area), eased), url)


def said_part(said: queries.Said, link: KindLink | None = None) -> SaidPart:
    """One kind of her words, with the newest comments oldest first: they are read as a conversation."""
    return SaidPart(
        str(said.kind.label),
        said.words,
        day(said.statement.written_at) if said.statement else "",
        tuple(Beside(one.who, day(one.written_at), one.words) for one in reversed(said.comments)),
        said.comments_in_all - len(said.comments),
        link(said.kind) if link else "",
        said.statement.pen.given_name if said.statement and said.statement.pen else "",
    )


def beside(comment: Comment) -> Beside:
    """A comment as words."""
    return Beside(comment.written_by.name, day(comment.written_at), comment.words)


def goal_part(goal: Towards, url: str = "") -> GoalPart:
    """A goal as words; what it is about is said only where she has said it."""
    kind = "" if goal.kind == GoalKind.OWN else label_of(GoalKind, goal.kind)
    state = _("Nået den %(day)s") % {"day": day(goal.settled_at)} if goal.settled_at else ""
    gone = _("Lagt væk") if goal.let_go_at else ""
    about = _joined(kind, label_of(LifeArea, goal.area), label_of(Horizon, goal.horizon), state, gone)
    return GoalPart(goal.words, day(goal.set_at), url, about)


def steps_part(plan: Plan, *, side: str | None, link: StepLink | None = None) -> StepsPart:
    """One page of the steps, cut in SQL."""
    page = cut(partial(queries.steps_between, plan=plan), side, size=STEPS_A_PAGE)
    settled = [(row.done_at is not None or row.let_go_at is not None, _step(row, link)) for row in page.rows]
    return StepsPart(tuple(s for old, s in settled if not old), tuple(s for old, s in settled if old), page.pager)


def _step(row: SmallStep, link: StepLink | None) -> Step:
    detail = _joined(
        _("Mål: %(goal)s") % {"goal": row.goal.words} if row.goal else "",
        "" if row.owner == StepOwner.CITIZEN else _("Hvem: %(who)s") % {"who": label_of(StepOwner, row.owner)},
        *around_step(row),
        _("Gjort den %(day)s") % {"day": day(row.done_at)} if row.done_at else "",
        f"“{row.reflection}”" if row.reflection else "",
        _("Lagt væk") if row.let_go_at else "",
    )
    return Step(row.words, done=row.done_at is not None, detail=detail, url=link(row) if link else "")


def around_step(row: SmallStep) -> tuple[str, ...]:
    """What may stand around a step; mostly nothing does."""
    return (
        _("Hjælper: %(who)s") % {"who": label_of(StepOwner, row.supported_by)} if row.supported_by else "",
        label_of(TaskType, row.task_type),
        label_of(LifeArea, row.area),
        _("Gerne inden %(day)s") % {"day": on_day(row.due_on)} if row.due_on and row.done_at is None else "",
        _("Vil gerne have hjælp") if row.help_wanted_at else "",
    )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
