"""Targets: how many of each group a project set out to have, how far it is, and where the pace leads; exact."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Q, QuerySet

from bordenden.evaluation import extract
from bordenden.evaluation.reports import local_day
from bordenden.pathways.models import Enrolment
from bordenden.programmes.models import Project, TargetNumber
from bordenden.programmes.words import LEAST_PARTICIPANTS
from progression.flows import straight_line


class Outlook(StrEnum):
    """How it stands with the least number of participants."""

    REACHED = "reached"
    MISSED = "missed"
    EARLY = "early"
    SHORT = "short"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target group ("": none written): the number set out for (None: none), referred so far and active."""

    group: str
    number: int | None
    referred: int
    active: int


@dataclass(frozen=True, slots=True)
class Targets:
    """A project's targets on a day: people, each once; `expected` by the last referral day (None: too early)."""

    on: date
    lines: tuple[TargetLine, ...]
    number: int
    referred: int
    active: int
    begun: int
    least: int
    first: date
    last: date
    days: int
    expected: int | None

    @property
    def outlook(self) -> Outlook:
        """Whether there are enough, or will be."""
        if self.begun >= self.least:
            return Outlook.REACHED
        if self.on > self.last and max(self.begun, self.referred) < self.least:
            return Outlook.MISSED
        if self.expected is None:
            return Outlook.EARLY
        return Outlook.SHORT if self.expected < self.least else Outlook.ENOUGH


def targets(*, project: Project, at: datetime) -> Targets:
    """Every group with a number or with somebody in it, in the order of their codes. Six queries."""
    on = local_day(at)
    rows = Enrolment.objects.filter(project=project, referred_on__lte=on)
    going = rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on), activated_on__lte=on)
    numbers = dict(TargetNumber.objects.filter(project=project).order_by("pk").values_list("target_group", "number"))
    referred, active = (dict(extract.people_by(some, "target_group", tables=True)) for some in (rows, going))
    groups = sorted({*numbers, *referred}, key=lambda group: (not group, group))
    first, last = project.starts_on, min(project.ends_on, project.programme.last_referral_on)
    all_referred = _people(rows)
    return Targets(
        on=on,
        lines=tuple(
            TargetLine(group, numbers.get(group), referred.get(group, 0), active.get(group, 0)) for group in groups
        ),
        number=sum(numbers.values()),
        referred=all_referred,
        active=_people(going),
        begun=extract.participants_of_project(project=project, until=on),
        least=LEAST_PARTICIPANTS,
        first=first,
        last=last,
        days=max((min(on, last) - first).days + 1, 0),
        expected=straight_line(all_referred, first=first, today=on, last=last),
    )


def _people(rows: QuerySet[Enrolment]) -> int:
    return sum(people for _project, people in extract.people_by(rows, "project", tables=True))
