"""After the exit: how it went 1, 3, 6 and 12 months later, by the reason somebody left for, in one project; exact."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from bordenden.evaluation import extract
from bordenden.evaluation.reports import local_day
from bordenden.followup.models import FollowUp
from bordenden.followup.words import MONTHS, Status
from bordenden.pathways.words import ExitReason
from bordenden.programmes.models import Project


@dataclass(frozen=True, slots=True)
class After:
    """One reason (None: all): for each status ("": not known yet) how many after each of MONTHS, of the days come."""

    reason: ExitReason | None
    lines: tuple[tuple[str, tuple[int, ...]], ...]
    asked: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Afterwards:
    """Everybody who left together, then each reason somebody left for, in the order of the reasons."""

    on: date
    together: After
    reasons: tuple[After, ...]


def afterwards(*, project: Project, at: datetime) -> Afterwards:
    """Every exit counts, also of whoever came back. One query."""
    on = local_day(at)
    rows = FollowUp.objects.filter(exit__enrolment__project=project, due_on__lte=on)
    people: Counter[tuple[str, int, str]] = Counter()
    for reason, months, status, number in extract.people_by(rows, "exit__reason", "months", "status"):
        people[reason, months, status] += number
    found = {reason for reason, _months, _status in people}
    return Afterwards(
        on, _after(None, people), tuple(_after(reason, people) for reason in ExitReason if reason in found)
    )


def _after(reason: ExitReason | None, people: Counter[tuple[str, int, str]]) -> After:
    counts: Counter[tuple[int, str]] = Counter()
    for (left_for, months, status), number in people.items():
        if reason is None or left_for == reason:
            counts[months, status] += number
    lines = tuple((status, tuple(counts[months, status] for months in MONTHS)) for status in (*Status.values, ""))
    return After(reason, lines, tuple(sum(column) for column in zip(*(each for _s, each in lines), strict=True)))
