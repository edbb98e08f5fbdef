"""Reads about area means: how they moved, and whether the way of measuring could make such a difference by itself."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from django.db.models import Q

from bordenden.assessments.models import Answer, Instrument, Item, Precision
from bordenden.assessments.queries.curves import SharedCurve, SharedDevelopment
from bordenden.assessments.words import MIN_VURDERING, Area, Purpose, Sharing
from progression.change import reliable_change
from progression.trajectories import area as area_trajectory

# One question is no area.
FEWEST_QUESTIONS = 2
Ratings = tuple[tuple[str, ...], list[tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class AreaChange:
    """The mean of an area at its first and last day, over the questions answered on both.

    `reliable`: larger than the way of measuring makes by itself; None when that cannot be said.
    """

    area: Area
    first_on: date
    last_on: date
    before: Fraction
    after: Fraction
    reliable: bool | None


@dataclass(frozen=True, slots=True)
class _Sent:
    """The numbers of one round by identity, and the table it stands at."""

    table: UUID
    numbers: dict[str, int]


def area_changes(*, development: SharedDevelopment, precision: Mapping[Area, Precision]) -> tuple[AreaChange, ...]:
    """The areas with two days to compare, in their order; the municipality's own questions are no area."""
    by_area: dict[Area, list[SharedCurve]] = defaultdict(list)
    for curve in development.curves:
        if curve.topic.area != Area.LOCAL:
            by_area[curve.topic.area].append(curve)
    found = (_change(area, by_area[area], precision.get(area)) for area in Area if by_area[area])
    return tuple(change for change in found if change is not None)


def core_instrument() -> Instrument | None:
    """Min vurdering itself, once it is there."""
    return Instrument.objects.filter(code=MIN_VURDERING).order_by("pk").first()


def newest_precision() -> dict[Area, Precision]:
    """What was counted last about each area of Min vurdering. One query."""
    rows = Precision.objects.filter(instrument__purpose=Purpose.SITUATION, instrument__municipality__isnull=True)
    return {Area(row.area): row for row in rows.order_by("counted_at", "pk")}


def first_ratings(*, instrument: Instrument) -> dict[Area, Ratings]:
    """Each area's identities, and of everybody the first round she has sent that has a number for all of them.

    Shielded questions are not in it, nor rounds she kept to herself.
    """
    newest = instrument.versions.filter(published_at__isnull=False).order_by("-number").first()
    made_of: dict[Area, set[str]] = defaultdict(set)
    for item in Item.objects.filter(version=newest, shielded=False).order_by("position"):
        made_of[Area(item.area)].add(item.identity)
    sheets = _sent_numbers(instrument)
    return {area: (tuple(sorted(wanted)), _firsts(sheets, sorted(wanted))) for area, wanted in made_of.items()}


def _sent_numbers(instrument: Instrument) -> list[_Sent]:
    """Every round that was sent, the earliest first."""
    rows = Answer.objects.filter(
        Q(sheet__pen__isnull=True) | Q(sheet__confirmed_at__isnull=False),
        value__isnull=False,
        item__shielded=False,
        item__version__instrument=instrument,
        sheet__sharing=Sharing.SENT,
        sheet__finished_at__isnull=False,
    ).order_by("sheet__finished_at", "sheet", "pk")
    sheets: dict[UUID, _Sent] = {}
    for sheet, table, identity, value in rows.values_list("sheet", "table", "item__identity", "value"):
        sheets.setdefault(sheet, _Sent(table, {})).numbers[identity] = value or 0
    return list(sheets.values())


def _firsts(sheets: list[_Sent], wanted: list[str]) -> list[tuple[int, ...]]:
    """One row a table: a person counts once."""
    rows: dict[UUID, tuple[int, ...]] = {}
    for sent in sheets:
        if sent.table not in rows and all(identity in sent.numbers for identity in wanted):
            rows[sent.table] = tuple(sent.numbers[identity] for identity in wanted)
    return list(rows.values())


def _change(area: Area, curves: list[SharedCurve], precision: Precision | None) -> AreaChange | None:
    days = area_trajectory({curve.topic.key: curve.trajectory for curve in curves}).points
    if len(days) < 2:
        return None
    first, last = days[0].at, days[-1].at
    at = {curve.topic.key: {point.at: point.value for point in curve.trajectory.points} for curve in curves}
    both = sorted(key for key, values in at.items() if first in values and last in values)
    if len(both) < FEWEST_QUESTIONS:
        return None
    before, after = (Fraction(sum(at[key][day] for key in both), len(both)) for day in (first, last))
    reliable = None
    if precision is not None and precision.made_of == " ".join(both):
        reliable = reliable_change(before, after, sd=precision.spread, reliability=precision.alpha).reliable
    return AreaChange(area, first, last, before, after, reliable)
