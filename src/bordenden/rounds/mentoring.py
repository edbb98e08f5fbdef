"""Rounds of mentors: offered to whoever never was, an agreement that ends, gone when a course is over."""

from datetime import datetime

from bordenden.mentors import actions
from bordenden.rounds.machine import MACHINE, in_each_municipality


def offer(*, at: datetime) -> int:
    """Everybody two weeks into a course who was never offered a mentor is offered one. Gives how many."""
    return in_each_municipality(lambda place: actions.offer_to_those_without(place=place, by=MACHINE, at=at))


def part(*, at: datetime) -> int:
    """Mentors of those whose course is over, and with it the agreement, leave. Gives how many."""
    return in_each_municipality(lambda place: actions.part_after_the_end(place=place, by=MACHINE, at=at))


def remind(*, at: datetime) -> int:
    """Letters about agreements that end within two weeks. Gives how many are new."""
    return in_each_municipality(lambda place: actions.remind_of_ending(place=place, at=at))
