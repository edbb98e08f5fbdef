"""Every round in one table: what it is called, how often it goes, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bordenden.plans import actions as plans
from bordenden.plans.actions import remind_of_handovers
from bordenden.rounds import afterwards, mentoring, moving, places
from bordenden.rounds.courses import follow_courses
from bordenden.rounds.letters import send_letters
from bordenden.rounds.quiet import ask_after
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
    Round("places let go", timedelta(hours=1), places.let_go),
    Round("places passed on", timedelta(minutes=10), places.pass_on),
    Round("places given", timedelta(hours=1), places.give),
    Round("plans follow courses", timedelta(hours=1), follow_courses),
    Round("handovers", timedelta(hours=6), remind_of_handovers),
    Round("follow_up", timedelta(hours=24), plans.follow_up),
    Round("mentors offered", timedelta(hours=6), mentoring.offer),
    Round("mentors leave", timedelta(hours=6), mentoring.part),
    Round("mentors agreements", timedelta(hours=6), mentoring.remind),
    Round("after the courses", timedelta(hours=24), afterwards.ask),
    Round("moves asked", timedelta(hours=1), moving.ask),
    Round("moves carried", timedelta(minutes=10), moving.carry),
    Round("moves left behind", timedelta(hours=24), moving.delete),
    Round("quiet", timedelta(hours=24), ask_after),
    Round("reminders", timedelta(hours=1), remind),
    Round("letters", timedelta(minutes=1), send_letters),
)
