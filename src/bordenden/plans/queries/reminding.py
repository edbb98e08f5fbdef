"""Reads about small steps for the round of the reminders: whose day is near, and which letters are left behind."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from django.db.models import Q, QuerySet

from bordenden.foundation.lasting import during
from bordenden.pathways.models import Seat
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Municipality, Person
from bordenden.plans.models import SmallStep
from bordenden.plans.words import StepOwner


class About(Protocol):
    """A letter, which knows no more of what it is about than an id."""

    @property
    def thing(self) -> UUID: ...


def remembered_steps(*, place: Municipality, first: date, last: date, at: datetime) -> list[tuple[SmallStep, Person]]:
    """Open steps of their own that are due in these days, with each head who asked to be reminded. Two queries."""
    asked = Seat.objects.filter(during(at), role=SeatRole.HEAD, municipality=place, person__notices__reminders=True)
    heads: dict[UUID, list[Person]] = {}
    for seat in asked.select_related("person").order_by("pk"):
        heads.setdefault(seat.table_id, []).append(seat.person)
    due = SmallStep.objects.filter(
        municipality=place, owner=StepOwner.CITIZEN, done_at=None, let_go_at=None, due_on__range=(first, last)
    ).filter(plan__ended_at=None)
    steps = due.filter(table__in=heads).order_by("due_on", "pk")
    return [(step, person) for step in steps for person in heads[step.table_id]]


def steps_behind(*, letters: Iterable[About]) -> QuerySet[SmallStep]:
    """Those of the letters' steps that are done or let go by now, or on a plan that has ended."""
    over = Q(done_at__isnull=False) | Q(let_go_at__isnull=False) | Q(plan__ended_at__isnull=False)
    return SmallStep.objects.filter(over, pk__in={letter.thing for letter in letters}).order_by("pk")
