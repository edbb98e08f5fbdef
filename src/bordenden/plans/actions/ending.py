"""Writes about the end of a plan: it ends with the citizen's course, and goes on when she has one again."""

from datetime import datetime

from django.db import transaction

from bordenden.audit.actions import Actor, record
from bordenden.offers.queries import course_is_over
from bordenden.people.actions import hold_person
from bordenden.plans.actions.holding import hold
from bordenden.plans.models import Plan


@transaction.atomic
def end_with_course(*, plan: Plan, by: Actor, at: datetime) -> bool:
    """Her course is over, and so is the work with the plan: nothing is asked and nobody reminded any more.

    All that stands on it stays hers, to read and to change. Gives whether it ended now; a plan whose course still
    runs does not.
    """
    held = hold(Plan, plan)
    if held.ended_at is not None or not course_is_over(table=held.table):
        return False
    held.ended_at = at
    held.save(update_fields=["ended_at"])
    record(act="plan.end", by=by, thing=held, at=at)
    return True


@transaction.atomic
def go_on_with_course(*, plan: Plan, by: Actor, at: datetime) -> bool:
    """She has a course at the table again: the plan goes on where it was. Gives whether it did so now.

    It does not while she has an active plan at another table: there is one at a time.
    """
    if plan.owner is not None:
        hold_person(person=plan.owner)
    held = hold(Plan, plan)
    if held.ended_at is None or course_is_over(table=held.table):
        return False
    if held.owner_id is not None and Plan.objects.filter(owner=held.owner_id, ended_at=None).exists():
        return False
    held.ended_at = None
    held.save(update_fields=["ended_at"])
    record(act="plan.go_on", by=by, thing=held, at=at)
    return True
