"""The fixed list of figures: exact ones for those who run a project, and what of them may be seen outside."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.evaluation import extract
from bordenden.evaluation.words import CAVEAT
from bordenden.pathways.words import ExitReason
from bordenden.programmes.models import Programme, Project
from progression import flows

# The seed's own eight (Jobcenter Aalborg) are always shown; the others only when somebody left that way.
SEED_REASONS = tuple(ExitReason.values[:8])


@dataclass(frozen=True, slots=True)
class ExitLine:
    """One reason: its code, what it is called, how many, and what share of all who left (empty for nobody)."""

    reason: str
    label: str
    people: int
    share: str


@dataclass(frozen=True, slots=True)
class ExitReport:
    """A project's exits by reason up to and including `on`: exact, for the project's own use, never exported.

    Everybody is one: whoever came back (`back`) stands among those who left only when gone again.
    """

    project: Project
    on: date
    participants: int
    lines: tuple[ExitLine, ...]
    total: int
    share_of_participants: str
    back: int
    caveat: str


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """How many have begun in one project."""

    project: Project
    participants: int


@dataclass(frozen=True, slots=True)
class ParticipantsReport:
    """Participants per project up to and including `on`, exact (grants are paid by it)."""

    on: date
    lines: tuple[ProjectLine, ...]
    total: int
    caveat: str


def exits_of_project(*, project: Project, at: datetime) -> ExitReport:
    """Who has left the project and why, in the seed's order. Three queries."""
    on = local_day(at)
    people = Counter(dict(extract.exits_of_project(project=project, until=on)))
    exits = flows.exits(list(people.elements()), ExitReason.values)
    participants = extract.participants_of_project(project=project, until=on)
    return ExitReport(
        project=project,
        on=on,
        participants=participants,
        lines=tuple(
            ExitLine(reason, str(ExitReason(reason).label), count, percent(exits.share(reason)))
            for reason, count in zip(exits.reasons, exits.counts, strict=True)
            if count or reason in SEED_REASONS
        ),
        total=exits.total,
        share_of_participants=percent(exits.share(*exits.reasons, of=participants)),
        back=extract.came_back(project=project, until=on),
        caveat=str(CAVEAT),
    )


def participants_by_project(*, programme: Programme, at: datetime) -> ParticipantsReport:
    """Every project of the programme, those without participants too, in Danish order of the municipalities."""
    on = local_day(at)
    people = {one.project: one.people for one in extract.participants_of_programme(programme=programme, until=on)}
    projects = programme.projects.select_related("municipality").order_by("municipality__sort_key", "name", "pk")
    lines = tuple(ProjectLine(project, people.get(project.pk, 0)) for project in projects)
    return ParticipantsReport(on, lines, sum(line.participants for line in lines), str(CAVEAT))


def local_day(at: datetime) -> date:
    """The day it is in Denmark."""
    return timezone.localtime(at).date()


def percent(share: Fraction | None) -> str:
    """A share as people write it, with one decimal; empty when there is nobody to be a share of."""
    if share is None:
        return ""
    return _("{number} %").format(number=number_format(round(float(share * 100), 1), 1))
