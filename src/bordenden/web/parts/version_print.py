"""The plan on paper: a tagged PDF of the same parts as the page, always in Danish, with lines to write on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from bordenden.plans.words import PrintPart, VersionStatus
from bordenden.web.design.printing import pdf
from bordenden.web.parts.said_when import day
from bordenden.web.parts.version import Section, VersionPart, version_part

if TYPE_CHECKING:
    from datetime import datetime

    from bordenden.plans.models import PlanVersion
    from bordenden.plans.queries import Content, Layout

TEMPLATE = Path(__file__).parent / "print" / "plan.typ"
# Longer than any Danish word one meets: what has no place to break is given some.
UNBROKEN = re.compile(r"\S{29,}")
BREAK_EVERY = re.compile(r"(\S{10})(?=\S)")
ZERO_WIDTH_SPACE = "\u200b"


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed: the plan's data, how the municipality lays it out, and which version it is in words."""

    content: Content
    layout: Layout
    number: int
    stands: str


def paper_of(version: PlanVersion, layout: Layout) -> Paper:
    """A version as it is printed."""
    with override("da"):
        return Paper(version.content, layout, version.number, standing_of(version))


def standing_of(version: PlanVersion) -> str:
    """Where the version stands, in a few words."""
    if version.agreed_at is None:
        return _("Udkast fra %(day)s. Ikke aftalt endnu.") % {"day": day(version.made_at)}
    agreed = _("Aftalt den %(day)s.") % {"day": day(version.agreed_at)}
    if version.status == VersionStatus.SUPERSEDED:
        return _("%(agreed)s Der er en nyere plan.") % {"agreed": agreed}
    return agreed


def plan_pdf(paper: Paper, *, at: datetime) -> bytes:
    """The document. What people wrote reaches the template as data and is never markup."""
    with override("da"):
        part = version_part(paper.content, paper.layout)
        return pdf(TEMPLATE, _breakable(_data(paper, part)), at=at)


def _data(paper: Paper, part: VersionPart) -> dict[str, Any]:
    return {
        "title": part.heading,
        "heads": part.heads,
        "stands": paper.stands,
        "number": _("Udgave %(number)d") % {"number": paper.number},
        "intro": part.intro,
        "sections": [_section(one) for one in part.sections],
        "page": _("Side"),
        "of": _("af"),
    }


def _section(one: Section) -> dict[str, Any]:
    table = one.table
    return {
        "title": one.title,
        "sort": "table" if table else str(one.sort) if one.sort in _WRITTEN_ON else "list",
        "columns": list(table.columns) if table else [],
        "rows": [[row.head.text, *(cell.text for cell in row.cells)] for row in table.rows] if table else [],
        "items": [{"lead": item.lead, "text": item.text} for item in one.items],
        "none": one.none,
        "labels": [_("Dato"), _("Underskrift")] if one.sort == PrintPart.SIGNATURE else [],
    }


_WRITTEN_ON = frozenset({PrintPart.CHANGES, PrintPart.SIGNATURE})


def _breakable(data: Any) -> Any:  # noqa: ANN401 (plain JSON goes in and out)
    """A word of hundreds of letters would run off the paper."""
    if isinstance(data, str):
        return UNBROKEN.sub(lambda word: BREAK_EVERY.sub(rf"\1{ZERO_WIDTH_SPACE}", word[0]), data)
    if isinstance(data, dict):
        return {name: _breakable(value) for name, value in data.items()}
    return [_breakable(value) for value in data] if isinstance(data, list) else data
