"""The influence record: each decision with what it was about, and the shares of it as figures."""

from collections import defaultdict
from dataclasses import astuple, dataclass, fields
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from bordenden.plans.models import Chosen, Decision, Goal, Plan, SmallStep
from bordenden.plans.words import DecisionAbout, StepOwner


@dataclass(frozen=True, slots=True)
class Shares:
    """Counts of one plan or of many: each pair is a part and a whole, so that nothing is divided too early."""

    goals: int
    own_goals: int
    decisions: int
    her_decisions: int
    her_proposals: int
    steps: int
    her_steps: int
    done: int
    done_by_her: int


def decisions_of(*, plan: Plan) -> QuerySet[Decision]:
    """The newest first, with the people, the proposal and her words it builds on."""
    rows = Decision.objects.filter(plan=plan).select_related("proposed_by", "decided_by", "statement", "proposal")
    return rows.order_by("-decided_at", "-pk")


def named_things(*, decisions: list[Decision]) -> dict[UUID, str]:
    """What each decision was about, in words; a contact agreement and a mentor's seat have none. One query."""
    ids = {row.thing for row in decisions}
    goals, steps = (
        model._default_manager.filter(pk__in=ids).values_list("pk", "words") for model in (Goal, SmallStep)
    )
    title = Coalesce("offer__name", "words")
    chosen = Chosen.objects.filter(pk__in=ids).annotate(called=title).values_list("pk", "called")
    return dict(goals.order_by().union(steps.order_by(), chosen.order_by(), all=True))


def shares_of(*, plan: Plan) -> Shares:
    """The figures of one plan."""
    return shares(plans=Plan.objects.filter(pk=plan.pk))


def shares(*, plans: QuerySet[Plan]) -> Shares:
    """The figures of these plans together. Three queries, however many."""
    return Shares(
        *(sum(numbers) for numbers in zip(_NOTHING, *map(astuple, shares_by_table(plans=plans)), strict=True))
    )


def shares_by_table(*, plans: QuerySet[Plan]) -> list[Shares]:
    """The figures of each table that has any of these plans, without saying which table. Three queries.

    A goal is her own when she proposed it; one without a decision (set before they were kept) was set by her too,
    because nobody else could. A step counts once it is on the plan and not let go.
    """
    her, done = StepOwner.CITIZEN, Q(done_at__isnull=False)
    made = Decision.objects.filter(plan__in=plans)
    from_others = made.filter(about=DecisionAbout.GOAL).exclude(proposed_side=her).values("thing")
    counted: dict[UUID, dict[str, int]] = defaultdict(dict)
    for rows, columns in (
        (
            Goal.objects.filter(plan__in=plans, let_go_at=None),
            {"goals": Count("pk"), "own_goals": Count("pk", filter=~Q(pk__in=from_others))},
        ),
        (
            made,
            {
                "decisions": Count("pk"),
                "her_decisions": Count("pk", filter=Q(decided_side=her)),
                "her_proposals": Count("pk", filter=Q(proposed_side=her)),
            },
        ),
        (
            SmallStep.objects.filter(plan__in=plans, let_go_at=None),
            {
                "steps": Count("pk"),
                "her_steps": Count("pk", filter=Q(owner=her)),
                "done": Count("pk", filter=done),
                "done_by_her": Count("pk", filter=done & Q(owner=her)),
            },
        ),
    ):
        grouped = rows.order_by().values("table_id").annotate(**columns)
        for table, *numbers in grouped.values_list("table_id", *columns):
            counted[table].update(zip(columns, numbers, strict=True))
    return [Shares(**{**_NONE, **one}) for one in counted.values()]


_NOTHING = (0,) * len(fields(Shares))
_NONE = {one.name: 0 for one in fields(Shares)}
