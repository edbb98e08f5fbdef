"""A plan on paper to measure: one that holds, a draft after it, and as many decisions and earlier ones as asked."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bordenden.foundation.ids import new_id
from bordenden.offers.words import Area
from bordenden.people.models import Person
from bordenden.plans import actions
from bordenden.plans.models import Chosen, Goal, Plan, PlanContact, PlanVersion
from bordenden.plans.words import ContactRole, DecisionAbout, GoalKind, StepOwner

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Papers:
    """The version that holds, and the draft that waits for her yes."""

    held: PlanVersion
    draft: PlanVersion


def on_paper(rows: int, plan: Plan, head: Person, coordinator: Person, at: datetime) -> Papers:
    """What it takes to agree, then versions, each with a step more than the one before."""
    Goal.objects.filter(plan=plan).update(kind=GoalKind.JOB)
    mine = {"plan": plan, "table_id": plan.table_id, "municipality_id": plan.municipality_id}
    for number in range(rows):
        _contact(number, mine, at)
        _chosen(number, mine, plan, head, at)
    actions.set_step(plan=plan, words="Finde bussen", owner=StepOwner.MENTOR, form_key=new_id(), by=head, at=at)
    for number in range(rows):
        held = _version(number, plan, head, head, at)
        actions.agree(version=held, by=head, at=at + number * MINUTE)
    return Papers(held, _version(rows, plan, head, coordinator, at))


def _version(number: int, plan: Plan, head: Person, by: Person, at: datetime) -> PlanVersion:
    when = at + number * MINUTE
    actions.set_step(plan=plan, words=f"Gå tur nummer {number}", form_key=new_id(), by=head, at=when)
    return actions.make_draft(plan=plan, form_key=new_id(), by=by, at=when)


def _contact(number: int, mine: dict[str, object], at: datetime) -> None:
    PlanContact.objects.create(
        **mine,
        role=ContactRole.OTHER,
        name=f"En at ringe til {number}",
        phone="20 00 00 00",
        hours="hverdage 8–15",
        position=number + 1,
        set_at=at,
        form_key=new_id(),
    )


def _chosen(number: int, mine: dict[str, object], plan: Plan, head: Person, at: datetime) -> None:
    made = Chosen.objects.create(
        **mine,
        area=Area.HEALTH,
        words=f"Noget at være med i {number}",
        why="Fordi jeg gerne vil prøve det.",
        position=number + 1,
        status_at=at,
        chosen_by=head,
        chosen_at=at,
        form_key=new_id(),
    )
    actions.decide(plan=plan, about=DecisionAbout.OFFER, thing=made, by=head, at=at)
