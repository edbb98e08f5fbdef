"""The round after the courses: the days to ask about, and a letter when one has come."""

from datetime import datetime

from bordenden.followup import actions
from bordenden.rounds.machine import MACHINE, in_each_municipality


def ask(*, at: datetime) -> int:
    """In every municipality; gives how many letters are new."""
    return in_each_municipality(lambda place: actions.remind(place=place, by=MACHINE, at=at))
