"""The round of the courses: a plan ends with its course, and goes on where somebody has a course again."""

from datetime import datetime

from bordenden.people.models import Municipality
from bordenden.plans import actions, queries
from bordenden.rounds.machine import MACHINE, in_each_municipality


def follow_courses(*, at: datetime) -> int:
    """Plans that end or go on, in every municipality. Gives how many; the door that ends a course does it at once."""
    return in_each_municipality(lambda place: _in_one(place, at))


def _in_one(place: Municipality, at: datetime) -> int:
    ended = [
        actions.end_with_course(plan=plan, by=MACHINE, at=at)
        for plan in list(queries.plans_to_end(municipality=place))
    ]
    on = [
        actions.go_on_with_course(plan=plan, by=MACHINE, at=at)
        for plan in list(queries.plans_to_go_on(municipality=place))
    ]
    return sum(ended) + sum(on)
