"""Writes because days have passed: she is asked how it goes, once for each thing she began and each step of hers."""

from datetime import datetime

from bordenden.foundation.snapshot import writing
from bordenden.pathways.queries import at_the_head
from bordenden.people.models import Municipality
from bordenden.plans.models import Chosen, Plan, SmallStep
from bordenden.plans.queries import begun_lately, due_lately
from bordenden.post.actions import queue
from bordenden.post.words import Kind


def follow_up(*, at: datetime) -> int:
    """Queue what is due in every municipality, each in a transaction of its own. Gives how many letters are new.

    Going twice is harmless: a person hears of an event once. Nothing else follows from it.
    """
    return sum(_in(municipality, at) for municipality in Municipality.objects.order_by("pk"))


def _in(municipality: Municipality, at: datetime) -> int:
    with writing(municipality.pk, None):
        begun = [_ask(one, one.plan, "chosen_begun", at) for one in begun_lately(municipality=municipality, at=at)]
        due = [_ask(one, one.plan, "step_due", at) for one in due_lately(municipality=municipality, at=at)]
    return sum(begun) + sum(due)


def _ask(about: Chosen | SmallStep, plan: Plan, what: str, at: datetime) -> int:
    whose = [plan.owner] if plan.owner else at_the_head(table=plan.table, at=at)
    for one in whose:
        queue(to=one, kind=Kind.FOLLOW_UP, about=about, event=f"{what}:{about.pk}", at=at)
    return len(whose)
