"""What the two pages about being away share: the form with its usual days, and who stands in, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bordenden.pathways.queries import StandIn
from bordenden.web.design.widgets import DayInput

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import QueryDict

    from bordenden.people.models import Person

END = "end"
FRIDAY, A_WEEK = 4, 7
FEW_DAYS_LEFT = 1
A_DAY = {
    "required": gettext_lazy("Vælg en dag."),
    "invalid": gettext_lazy("Skriv en dag, der findes, for eksempel 02-03-2026."),
}


def usual_last(first: date) -> date:
    """The Friday people are back after: this week's, or next week's when the week is nearly over."""
    left = FRIDAY - first.weekday()
    return first + timedelta(days=left if left > FEW_DAYS_LEFT else left + A_WEEK)


class AwayForm(forms.Form):
    """Two days, filled in already, and one button a colleague."""

    first = forms.DateField(label=gettext_lazy("Fra"), widget=DayInput, error_messages=A_DAY)
    last = forms.DateField(label=gettext_lazy("Til og med"), widget=DayInput, error_messages=A_DAY)
    colleague: "forms.ModelChoiceField[Person]" = forms.ModelChoiceField(
        queryset=None,
        label=gettext_lazy("Kollega"),
        widget=forms.HiddenInput,
        error_messages={
            "required": gettext_lazy("Vælg den kollega, der tager over."),
            "invalid_choice": gettext_lazy("Vælg den kollega, der tager over."),
        },
    )

    def __init__(self, data: "QueryDict | None", *, colleagues: "QuerySet[Person]", at: datetime) -> None:
        today = localdate(at)
        super().__init__(data, initial={"first": today, "last": usual_last(today)})
        self.fields["colleague"].queryset = colleagues  # type: ignore[attr-defined]

    @property
    def days(self) -> list[forms.BoundField]:
        """The two fields one sees."""
        return [self["first"], self["last"]]


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody who stands in, as a line."""

    name: str
    days: str
    tables: str


def absences_part(found: Iterable[StandIn]) -> list[Absence]:
    """Each stretch as words."""
    return [
        Absence(
            one.person.name,
            from_to(one.first, one.last),
            ngettext("hos %(number)d borger", "hos %(number)d borgere", one.tables) % {"number": one.tables},
        )
        for one in found
    ]


def from_to(first: date, last: date) -> str:
    """ "2. marts til og med 11. marts", or the one day."""
    begins, ends = (date_format(day, "MONTH_DAY_FORMAT") for day in (first, last))
    return begins if first == last else _("%(first)s til og med %(last)s") % {"first": begins, "last": ends}
