"""På egne ben: how many left to support themselves, and how much is the citizens' own, in one project; no person.

Which reasons are self-support is data: `words.SELF_SUPPORT`, with its sources. What citizens do themselves is read
from the influence record and the plans (goals of their own, decisions they took, steps that are theirs).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from bordenden.evaluation import extract
from bordenden.evaluation.quarters import quarter_of
from bordenden.evaluation.reports import local_day
from bordenden.evaluation.words import LASTING_SUPPORT, SELF_SUPPORT
from bordenden.foundation.days import ONE_DAY
from bordenden.pathways.models import Enrolment
from bordenden.pathways.words import ExitReason
from bordenden.plans.models import Plan
from bordenden.plans.queries import shares_by_table
from bordenden.programmes.models import Project
from progression import flows
from progression.disclosure import ENOUGH, THRESHOLD, rounded


@dataclass(frozen=True, slots=True)
class SupportLine:
    """One reason that counts as self-support: how many left for it, and the share of all who left (None: nobody)."""

    reason: ExitReason
    people: int
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class OwnLine:
    """So many `of` so many are the citizens' own. Rounded to 5; None is withheld.

    `part` and `whole` rest on five citizens each; `share` on twenty, with five on either side.
    """

    part: int | None
    whole: int | None
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class SelfSupport:
    """The indicators of one project: exits exact (its own operations), the rest protected."""

    lines: tuple[SupportLine, ...]
    people: int
    exits: int
    share: Fraction | None
    lasting: tuple[SupportLine, ...]
    goals: OwnLine
    decisions: OwnLine
    steps: OwnLine
    done: OwnLine


def self_support(*, project: Project, at: datetime) -> SelfSupport:
    """What has happened up to and including the day. Four queries."""
    found = extract.exits_of_project(project=project, until=local_day(at))
    exits = flows.exits([reason for reason, people in found for _one in range(people)], ExitReason.values)
    tables = Enrolment.objects.filter(project=project).order_by().values("table_id")
    each = shares_by_table(plans=Plan.objects.filter(table__in=tables))
    return SelfSupport(
        lines=tuple(SupportLine(reason, exits.count(reason), exits.share(reason)) for reason in SELF_SUPPORT),
        people=sum(exits.count(reason) for reason in SELF_SUPPORT),
        exits=exits.total,
        share=exits.share(*SELF_SUPPORT),
        lasting=tuple(SupportLine(reason, exits.count(reason), exits.share(reason)) for reason in LASTING_SUPPORT),
        goals=own_line([(one.own_goals, one.goals) for one in each]),
        decisions=own_line([(one.her_decisions, one.decisions) for one in each]),
        steps=own_line([(one.her_steps, one.steps) for one in each]),
        done=own_line([(one.done_by_her, one.her_steps) for one in each]),
    )


@dataclass(frozen=True, slots=True)
class LabourMarket:
    """How many of those who left by the day did so for work or education, and for lasting support; protected."""

    on: date
    work: OwnLine
    lasting: OwnLine


def labour_market(*, project: Project, at: datetime) -> LabourMarket | None:
    """As of the last quarter that has ended, so that nobody sees one person come and go; None before one has.

    For the steering group: rounded to 5, from five people, shares from twenty. One query.
    """
    today = local_day(at)
    on = quarter_of(today).first - ONE_DAY
    if on < project.starts_on:
        return None
    found = dict(extract.exits_of_project(project=project, until=on))
    return LabourMarket(on, _part(found, SELF_SUPPORT), _part(found, LASTING_SUPPORT))


def _part(found: dict[str, int], reasons: tuple[ExitReason, ...]) -> OwnLine:
    part = sum(found.get(reason, 0) for reason in reasons)
    return own_line([(1, 1)] * part + [(0, 1)] * (sum(found.values()) - part))


def own_line(each: Sequence[tuple[int, int]]) -> OwnLine:
    """Part and whole of each citizen, added up; nothing stands on fewer than five citizens."""
    whole = sum(of for _own, of in each)
    part = sum(own for own, _of in each)
    behind = sum(of > 0 for _own, of in each)
    own_side, other_side = sum(own > 0 for own, _of in each), sum(own < of for own, of in each)
    shared = behind >= ENOUGH and min(own_side, other_side) >= THRESHOLD
    return OwnLine(
        part=rounded(part) if own_side >= THRESHOLD else None,
        whole=rounded(whole) if behind >= THRESHOLD else None,
        share=min(Fraction(rounded(part), rounded(whole)), Fraction(1)) if shared else None,
    )
