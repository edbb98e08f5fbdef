"""After the exit: how it went 1, 3, 6 and 12 months later, by the reason somebody left for, in one project.

A status is a word about a person: it is shown of five or more together, and a refusal is counted as not known.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bordenden.evaluation import extract
from bordenden.evaluation.reports import local_day
from bordenden.followup.models import FollowUp
from bordenden.followup.words import MONTHS, Status
from bordenden.pathways.words import ExitReason
from bordenden.programmes.models import Project
from progression.disclosure import THRESHOLD


@dataclass(frozen=True, slots=True)
class After:
    """One reason (None: all): for each status ("": not known, or not told) how many after each of MONTHS.

    Of the days that have come; None where it is withheld.
    """

    reason: ExitReason | None
    lines: tuple[tuple[str, tuple[int | None, ...]], ...]
    asked: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Afterwards:
    """Everybody who left together, then each reason that may be shown, in the order of the reasons.

    `any_asked`: the first day somebody is asked on has come.
    """

    on: date
    any_asked: bool
    together: After
    reasons: tuple[After, ...]


def afterwards(*, project: Project, at: datetime) -> Afterwards:
    """Every exit counts, also of whoever came back. One query."""
    on = local_day(at)
    rows = FollowUp.objects.filter(exit__enrolment__project=project, due_on__lte=on)
    people: Counter[tuple[str, int, str]] = Counter()
    for reason, months, status, number in extract.people_by(rows, "exit__reason", "months", "status"):
        people[reason, months, "" if status == Status.DECLINED else status] += number
    shown = {months: may_be_shown(_asked(people, months)) for months in MONTHS}
    reasons = [reason for reason in ExitReason if any(reason in some for some in shown.values())]
    return Afterwards(
        on, bool(people), _after(None, people, shown), tuple(_after(one, people, shown) for one in reasons)
    )


def may_be_shown(asked: Mapping[str, int]) -> frozenset[str | None]:
    """By how many each reason has: those of five or more, and all together (None), where nobody small can be told.

    What is left out is nobody or five at least: else the smallest that could be shown is left out with it.
    """
    total = sum(asked.values())
    if total < THRESHOLD:
        return frozenset()
    shown = sorted((reason for reason, number in asked.items() if number >= THRESHOLD), key=lambda one: asked[one])
    rest = total - sum(asked[reason] for reason in shown)
    while 0 < rest < THRESHOLD:
        rest += asked[shown.pop(0)]
    return frozenset((None, *shown))


def _asked(people: Mapping[tuple[str, int, str], int], months: int) -> Counter[str]:
    asked: Counter[str] = Counter()
    for (reason, after, _status), number in people.items():
        asked[reason] += number if after == months else 0
    return asked


def _after(
    reason: ExitReason | None,
    people: Mapping[tuple[str, int, str], int],
    shown: Mapping[int, frozenset[str | None]],
) -> After:
    counts: Counter[tuple[int, str]] = Counter()
    for (left_for, months, status), number in people.items():
        if reason is None or left_for == reason:
            counts[months, status] += number
    statuses = (*(one for one in Status.values if one != Status.DECLINED), "")
    asked = {months: sum(counts[months, status] for status in statuses) for months in MONTHS}
    open_to = [months for months in MONTHS if reason in shown[months] or not asked[months]]
    lines = tuple(
        (status, tuple(counts[months, status] if months in open_to else None for months in MONTHS))
        for status in statuses
    )
    return After(reason, lines, tuple(asked[months] if months in open_to else None for months in MONTHS))
