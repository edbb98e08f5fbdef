"""The round of the quiet: where there was no sign of life for long, somebody is asked to call. It ends nothing."""

from datetime import datetime

from bordenden.reviews.actions import open_reviews
from bordenden.rounds.machine import MACHINE, in_each_municipality


def ask_after(*, at: datetime) -> int:
    """A review is opened for everybody who has been quiet for as long as the project says. Gives how many."""
    return in_each_municipality(lambda place: open_reviews(place=place, by=MACHINE, at=at))
