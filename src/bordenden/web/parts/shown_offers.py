"""What was gone through with her, a day at a time, as she and her caseworker read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bordenden.web.parts.said_when import on_day

if TYPE_CHECKING:
    from bordenden.offers.models import Presentation


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A day: when, with whom and how, and the names of what was looked at."""

    when: str
    how: str
    names: tuple[str, ...]


def days_of(rows: Iterable[Presentation]) -> list[ShownDay]:
    """The rows, newest first, put together by day, person and way."""
    ordered = sorted(rows, key=lambda row: (-row.on.toordinal(), row.by.sort_key, str(row.by_id), row.in_a_group))
    return [
        ShownDay(on_day(on), _how(staff, in_a_group), tuple(row.offer.name for row in group))
        for (on, _key, _pk, in_a_group, staff), group in groupby(ordered, key=_same)
    ]


def _same(row: Presentation) -> tuple[date, str, str, bool, str]:
    return (row.on, row.by.sort_key, str(row.by_id), row.in_a_group, row.by.given_name)


def _how(staff: str, in_a_group: bool) -> str:
    words = {"staff": staff}
    return _("Med %(staff)s, i en gruppe") % words if in_a_group else _("Med %(staff)s") % words
