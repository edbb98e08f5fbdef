"""Who stands by which part of the agreed plan, and which parts the reader may stand by; shown at three doors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django import forms

from bordenden.plans import queries
from bordenden.programmes.words import Department
from bordenden.web.design.parts import Event
from bordenden.web.parts.said_when import day

if TYPE_CHECKING:
    from bordenden.people.models import Person
    from bordenden.plans.models import Approval, Plan, PlanVersion


class ApproveForm(forms.Form):
    """Which area the button was for."""

    area = forms.TypedChoiceField(choices=Department.choices, coerce=Department, widget=forms.HiddenInput)


@dataclass(frozen=True, slots=True)
class ApprovalsPart:
    """`agreed` is the day she said yes to the version, "" for none; `areas`: code and words of what is left."""

    agreed: str
    areas: tuple[tuple[str, str], ...]
    done: tuple[Event, ...]
    none_of_own: bool


def approvals_part(plan: Plan, reader: Person, *, at: datetime) -> ApprovalsPart:
    """Three queries."""
    version = queries.agreed_version_of(plan=plan)
    rows = list(queries.approvals_of(plan=plan))
    own = queries.own_areas(of=reader, at=at)
    stood_by = {row.area for row in rows if row.approved_by_id == reader.pk}
    return ApprovalsPart(
        day(version.agreed_at) if version and version.agreed_at else "",
        tuple((area.value, str(area.label)) for area in Department if area in own and area not in stood_by),
        _done(rows),
        none_of_own=not own,
    )


def stood_by(version: PlanVersion) -> tuple[Event, ...]:
    """What she reads of a version: the day, the area, and who stands by it. One query, none for a draft."""
    return _done(queries.approvals_to(version=version)) if version.agreed_at else ()


def _done(rows: Iterable[Approval]) -> tuple[Event, ...]:
    return tuple(Event(day(row.approved_at), str(Department(row.area).label), row.approved_by.name) for row in rows)
