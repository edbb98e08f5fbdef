"""The round of the reminders: the day before a small step's day, for her who asked to be reminded."""

from datetime import datetime, time, timedelta
from typing import Final

from django.utils.timezone import get_current_timezone, localdate

from bordenden.people.models import Municipality
from bordenden.plans.queries import remembered_steps, steps_behind
from bordenden.post.actions import call_off, queue
from bordenden.post.queries import waiting_about
from bordenden.post.words import Kind
from bordenden.rounds.machine import in_each_municipality

# Nobody is woken by a mail.
MORNING: Final = time(9)


def remind(*, at: datetime) -> int:
    """Queue what is due by tomorrow, once a person, step and day; call off what she has done meanwhile."""
    return in_each_municipality(lambda place: _in_one(place, at))


def _in_one(place: Municipality, at: datetime) -> int:
    letters = waiting_about(municipality=place.pk, kind=Kind.STEP_DUE)
    for step in steps_behind(letters=letters):
        call_off(about=step, kind=Kind.STEP_DUE, at=at)
    today = localdate(at)
    morning = max(at, datetime.combine(today, MORNING, get_current_timezone()))
    near = remembered_steps(place=place, first=today, last=today + timedelta(days=1), at=at)
    for step, person in near:
        event = f"step_due:{step.pk}:{step.due_on:%Y%m%d}"
        queue(to=person, kind=Kind.STEP_DUE, about=step, event=event, at=at, not_before=morning)
    return len(near)
