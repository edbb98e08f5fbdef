"""Writes about a plan that begins with a course: what she hoped when she said yes are its first words."""

from datetime import datetime

from django.db import transaction

from bordenden.audit.actions import Actor
from bordenden.pathways.models import Table
from bordenden.people.models import Person
from bordenden.plans.actions.ending import go_on_with_course
from bordenden.plans.actions.saying import begin, say
from bordenden.plans.models import Plan
from bordenden.plans.queries import newest
from bordenden.plans.words import StatementKind


@transaction.atomic
def begin_with_hope(
    *, table: Table, hope: str, head: Person, by: Actor, at: datetime, pen: Person | None = None
) -> Plan:
    """The plan begins, or goes on, and her hope stands on it once; what she has written there herself stands.

    `pen`: who wrote her answer down from paper.
    """
    plan = begin(table=table, by=by, at=at)
    if plan.ended_at is not None:
        go_on_with_course(plan=plan, by=by, at=at)
    if newest(plan=plan, kind=StatementKind.DREAM) is None:
        say(plan=plan, kind=StatementKind.DREAM, words=hope, version=0, by=head, pen=pen, at=at)
    return plan
