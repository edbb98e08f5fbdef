"""What is known of her after an exit, a line for each day that is asked about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.formats import number_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bordenden.web.parts.said_when import on_day

if TYPE_CHECKING:
    from decimal import Decimal
    from uuid import UUID

    from bordenden.followup.models import FollowUp


@dataclass(frozen=True, slots=True)
class AfterLine:
    """One day: when, what is known ("" for nothing yet), and whether it may be written down now."""

    pk: UUID
    when: str
    known: str
    open: bool


def after_lines(days: list[FollowUp], at: datetime) -> list[AfterLine]:
    """Those whose day has not come say when it comes."""
    today = localdate(at)
    return [AfterLine(one.pk, when_words(one), known_words(one), one.due_on <= today) for one in days]


def when_words(one: FollowUp) -> str:
    """ "Efter 3 måneder: 2. juni 2026"."""
    after = ngettext("Efter %(number)d måned", "Efter %(number)d måneder", one.months) % {"number": one.months}
    return f"{after}: {on_day(one.due_on)}"


def known_words(one: FollowUp) -> str:
    """ "Ordinært job. Køkkenet, 20 timer om ugen. Borgeren selv."."""
    if not one.status:
        return ""
    place = place_words(one.place_name, one.wage_hours)
    said = _("Svarede selv") if one.by_herself else one.get_said_by_display()
    return " ".join(f"{part}." for part in (one.get_status_display(), place, said) if part)


def place_words(place: str, hours: Decimal | None) -> str:
    """ "Køkkenet, 20 timer om ugen" as far as it is known."""
    if hours is None:
        return place
    often = ngettext("%(hours)s time om ugen", "%(hours)s timer om ugen", 1 if hours == 1 else 2)
    said = often % {"hours": number_format(hours, 0 if hours == hours.to_integral_value() else 1)}
    return f"{place}, {said}" if place else said
