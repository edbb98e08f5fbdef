"""A plan that she can agree to, made the shortest way; and one of the usual size."""

from datetime import timedelta
from typing import Any

from bordenden.foundation.ids import new_id
from bordenden.offers.words import Area
from bordenden.plans import actions
from bordenden.plans.models import Chosen, Goal, Plan, PlanContact, PlanVersion, SmallStep
from bordenden.plans.words import ContactRole, GoalKind, LifeArea, StatementKind, StepOwner
from bordenden.programmes.words import Department
from tests.cast import MONDAY, Cast

BEFORE = MONDAY - timedelta(days=1)


def aminas_plan(cast: Cast) -> Plan:
    """Hers, with nothing on it yet."""
    return actions.begin(table=cast.aminas_table, by=cast.birthe, at=BEFORE)


def ready_plan(cast: Cast) -> Plan:
    """All it takes, and no more."""
    plan = aminas_plan(cast)
    said = ((StatementKind.PROBLEM, "Jeg sover dårligt.", 2), (StatementKind.WISH, "En fast dag.", 1))
    for kind, words, hours in said:
        at = BEFORE - timedelta(hours=hours)
        actions.say(plan=plan, kind=kind, words=words, version=0, by=cast.amina, at=at)
    goal(cast, plan, "Et arbejde med børn", GoalKind.JOB)
    chosen(cast, plan, "Besøg i en børnehave", Area.EMPLOYMENT)
    contact(plan, "Sundhedshuset", Department.HEALTH)
    step(cast, plan, "Finde bussen", StepOwner.MENTOR)
    return plan


def goal(cast: Cast, plan: Plan, words: str, kind: GoalKind, area: LifeArea = LifeArea.EMPLOYMENT) -> Goal:
    """A goal of hers, of a kind."""
    made = actions.set_goal(plan=plan, words=words, form_key=new_id(), by=cast.amina, at=BEFORE)
    made.kind, made.area = kind, area
    made.save(update_fields=["kind", "area"])
    return made


def step(cast: Cast, plan: Plan, words: str, owner: StepOwner = StepOwner.CITIZEN) -> SmallStep:
    """A small step."""
    return actions.set_step(plan=plan, words=words, form_key=new_id(), owner=owner, by=cast.amina, at=BEFORE)


def chosen(cast: Cast, plan: Plan, words: str, area: Area, **also: Any) -> Chosen:
    """Something she has chosen, last in her order."""
    return Chosen.objects.create(
        table_id=plan.table_id,
        municipality_id=plan.municipality_id,
        plan=plan,
        form_key=new_id(),
        **{
            "area": area,
            "words": words,
            "why": "Jeg vil se, hvordan dagen går.",
            "position": Chosen.objects.filter(plan=plan).count() + 1,
            "chosen_by": cast.amina,
            "chosen_at": BEFORE,
            "status_at": BEFORE,
            **also,
        },
    )


def contact(plan: Plan, name: str, department: Department) -> PlanContact:
    """A department she can call."""
    return PlanContact.objects.create(
        table_id=plan.table_id,
        municipality_id=plan.municipality_id,
        plan=plan,
        role=ContactRole.DEPARTMENT,
        department=department,
        name=name,
        phone="20 00 00 21",
        hours="hverdage 8–15",
        position=PlanContact.objects.filter(plan=plan).count() + 1,
        set_at=BEFORE,
        form_key=new_id(),
    )


def agreed(cast: Cast, plan: Plan, at: Any = MONDAY) -> PlanVersion:
    """A version she has said yes to on her own device."""
    draft = actions.make_draft(plan=plan, form_key=new_id(), by=cast.amina, at=at)
    return actions.agree(version=draft, by=cast.amina, at=at)
