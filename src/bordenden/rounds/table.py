"""Every round in one table: what it is called, how often it goes, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bordenden.rounds.letters import send_letters
from bordenden.rounds.reminders import remind


@dataclass(frozen=True, slots=True)
class Round:
    """`does(at=...)` brings up to date what is due and gives how much it did; running it twice is harmless."""

    name: str
    every: timedelta
    does: Callable[..., int]

    def go(self, at: datetime) -> int:
        """Do what is due at that moment."""
        return self.does(at=at)


# The letters go last: what the others have queued is on its way in the same minute.
ROUNDS: tuple[Round, ...] = (
    Round("reminders", timedelta(hours=1), remind),
    Round("letters", timedelta(minutes=1), send_letters),
)
