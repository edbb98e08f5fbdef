"""The plan as it stands, as plain data: what a version keeps, what a page shows of it, what is printed."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.timezone import localdate

from bordenden.pathways.queries import at_the_head, course
from bordenden.plans.models import (
    Barrier,
    Chosen,
    ContactAgreement,
    Decision,
    Goal,
    Plan,
    SmallStep,
    Statement,
    Wording,
)
from bordenden.plans.queries.standing import Reached, Standing, standing_around
from bordenden.plans.words import SPOKEN, ChosenStatus, StepOwner

# Plain values only: texts, numbers, days as ISO texts, lists and dicts of them.
Content: TypeAlias = dict[str, Any]

# The shape of the data. A page that reads old versions asks it which shape they have.
SHAPE = 1
# A step that is done stays on the plan for a while, so that she sees what she has done.
DONE_STAYS = timedelta(days=120)
OVER = (ChosenStatus.COMPLETED, ChosenStatus.STOPPED)


def snapshot(*, plan: Plan, at: datetime) -> Content:
    """Everything a version holds, as it stood then. The same plan gives the same data. Thirteen queries."""
    around = standing_around(plan=plan, at=at)
    enrolment = course(table=plan.table)
    return {
        "shape": SHAPE,
        "kind": plan.kind,
        "track": enrolment.track if enrolment else "",
        "heads": [person.name for person in at_the_head(table=plan.table, at=at)],
        "statements": _statements(plan, at),
        "goals": _goals(plan, at),
        "barriers": _barriers(plan, at),
        "steps": _steps(plan, at),
        "chosen": _chosen(plan, at),
        "contacts": [_contact(one) for one in around.contacts],
        "agreements": [_agreement(one) for one in around.agreements],
        "coordinator": _contact(around.coordinator) if around.coordinator else None,
        "mentor": _mentor(plan, around, at),
        "decisions": _decisions(plan, at),
    }


def _day(when: datetime | date | None) -> str:
    if when is None:
        return ""
    return (localdate(when) if isinstance(when, datetime) else when).isoformat()


def _by_then(when: datetime | None, at: datetime) -> str:
    return _day(when) if when is not None and when <= at else ""


def _not_yet(field: str, at: datetime) -> Q:
    return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__gt": at})


def _statements(plan: Plan, at: datetime) -> list[Content]:
    by_then = Statement.objects.filter(plan=plan, written_at__lte=at)
    later = by_then.filter(kind=OuterRef("kind"), version__gt=OuterRef("version"))
    rows = by_then.filter(~Exists(later), kind__in=SPOKEN).exclude(words="").order_by("kind")
    said = {row.kind: row for row in rows}
    return [
        {"kind": str(kind.value), "words": said[kind].words, "said_on": _day(said[kind].written_at)}
        for kind in SPOKEN
        if kind in said
    ]


def _goals(plan: Plan, at: datetime) -> list[Content]:
    worded = Wording.objects.filter(goal=OuterRef("pk"), written_at__lte=at).order_by("-version")
    rows = Goal.objects.filter(_not_yet("let_go_at", at), plan=plan, set_at__lte=at).order_by("set_at", "pk")
    return [
        {
            "id": str(row.pk),
            "words": row.said_then or row.words,
            "kind": row.kind,
            "area": row.area,
            "horizon": row.horizon,
            "reached_on": _by_then(row.reached_at, at),
        }
        for row in rows.annotate(said_then=Subquery(worded.values("words")[:1]))
    ]


def _barriers(plan: Plan, at: datetime) -> list[Content]:
    """The newest words of each chain, under the id of its first; what has eased is not on the plan any more."""
    newest: dict[str, Barrier] = {}
    over: set[str] = set()
    for row in Barrier.objects.filter(plan=plan, set_at__lte=at).order_by("set_at", "version", "pk"):
        newest[str(row.rewords_id or row.pk)] = row
        if any(when is not None and when <= at for when in (row.eased_at, row.let_go_at)):
            over.add(str(row.pk))
    return [{"id": first, "words": row.words, "area": row.area} for first, row in newest.items() if first not in over]


def _steps(plan: Plan, at: datetime) -> list[Content]:
    """The open ones in the order she set them, then those done lately."""
    rows = SmallStep.objects.filter(_not_yet("let_go_at", at), plan=plan, set_at__lte=at).select_related("goal")
    shown = rows.filter(Q(done_at=None) | Q(done_at__gte=at - DONE_STAYS)).order_by("set_at", "pk")
    return [
        {
            "id": str(row.pk),
            "words": row.words,
            "goal": row.goal.words if row.goal else "",
            "owner": row.owner,
            "supported_by": row.supported_by,
            "area": row.area,
            "due_on": _day(row.due_on),
            "done_on": _by_then(row.done_at, at),
        }
        for row in sorted(shown, key=lambda row: bool(_by_then(row.done_at, at)))
    ]


def _chosen(plan: Plan, at: datetime) -> list[Content]:
    """In her order; what is over is not on the plan any more."""
    rows = Chosen.objects.filter(plan=plan, chosen_at__lte=at).exclude(status__in=OVER).select_related("offer")
    return [_one_chosen(row) for row in rows.order_by("position", "chosen_at", "pk")]


def _one_chosen(row: Chosen) -> Content:
    offer = row.offer
    return {
        "id": str(row.pk),
        "name": offer.name if offer else row.words,
        "about": offer.about if offer else row.why,
        "words": row.words if offer else "",
        "own": offer is None,
        "area": row.area,
        "tempo": row.tempo,
        "status": row.status,
        "refused_why": row.decided_why if row.status == ChosenStatus.NOT_GRANTED else "",
        "place": offer.place if offer else "",
        "times": offer.times if offer else "",
        "contact": offer.contact_name if offer else "",
        "phone": offer.contact_phone if offer else "",
        "hours": offer.contact_hours if offer else "",
    }


def _contact(one: Reached) -> Content:
    return {
        "id": one.key,
        "role": str(one.role.value),
        "name": one.name,
        "where": one.where,
        "department": one.department,
        "phone": one.phone,
        "hours": one.hours,
    }


def _agreement(row: ContactAgreement) -> Content:
    return {
        "with": row.with_whom,
        "every_days": row.every_days,
        "channel": row.channel,
        "place": row.place,
        "words": row.words,
    }


def _mentor(plan: Plan, around: Standing, at: datetime) -> Content | None:
    """The role as it is written, and the small steps that are the mentor's: they are the tasks."""
    if around.mentor is None:
        return None
    steps = SmallStep.objects.filter(_not_yet("let_go_at", at), _not_yet("done_at", at), plan=plan, set_at__lte=at)
    tasks = steps.filter(Q(owner=StepOwner.MENTOR) | Q(supported_by=StepOwner.MENTOR)).order_by("set_at", "pk")
    role = around.mentor_role
    agreed = [line.strip() for line in role.tasks.splitlines() if line.strip()] if role else []
    return {
        **_contact(around.mentor),
        "does": role.words if role else "",
        "tasks": [*agreed, *(row.words for row in tasks)],
    }


def _decisions(plan: Plan, at: datetime) -> list[Content]:
    """The newest decision about each thing: who proposed, who decided, when, and on which of her words."""
    rows = Decision.objects.filter(plan=plan, decided_at__lte=at).select_related(
        "proposed_by", "decided_by", "statement"
    )
    newest = {(row.about, row.thing): row for row in rows.order_by("decided_at", "pk")}
    return _told(newest.values())


def _told(rows: Iterable[Decision]) -> list[Content]:
    return [
        {
            "about": row.about,
            "thing": str(row.thing),
            "proposed_by": row.proposed_by.name,
            "proposed_side": row.proposed_side,
            "decided_by": row.decided_by.name,
            "decided_side": row.decided_side,
            "decided_on": _day(row.decided_at),
            "builds_on": row.statement.words,
        }
        for row in rows
    ]
