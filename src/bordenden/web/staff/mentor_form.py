"""The form of the written agreement with a mentor, and what it begins with."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from bordenden.mentors.actions import Terms
from bordenden.mentors.queries import six_months_from
from bordenden.mentors.words import LONGEST_HOURS
from bordenden.web.design.parts import StaleText
from bordenden.web.design.widgets import DayInput
from bordenden.web.parts.said_when import on_day
from bordenden.web.staff.around_forms import SOME_WORDS, RoleForm

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorAgreement
    from bordenden.plans.models import MentorRole

ONE_DAY = timedelta(days=1)
A_DAY = {"required": _("Skriv dagen."), "invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026.")}


class MentorAgreementForm(RoleForm):
    """What the two are to say yes to, the role in it. `version` and `seat` say what the writer had in view."""

    first_on = forms.DateField(label=_("Fra hvilken dag?"), widget=DayInput, error_messages=A_DAY)
    last_on = forms.DateField(
        label=_("Til og med hvilken dag?"),
        help_text=_("Højst seks måneder ad gangen. I kan altid forny aftalen."),
        widget=DayInput,
        error_messages=A_DAY,
    )
    hours = forms.CharField(
        label=_("Hvor meget tid har de sammen?"),
        help_text=_("For eksempel “to timer om ugen”."),
        max_length=LONGEST_HOURS,
        error_messages=SOME_WORDS,
    )
    seat = forms.UUIDField(widget=forms.HiddenInput)
    field_order = ("first_on", "last_on", "hours", "words", "tasks")

    def terms(self) -> Terms:
        """What the action asks for."""
        sent = self.cleaned_data
        return Terms(sent["first_on"], sent["last_on"], sent["hours"], sent["words"], sent["tasks"])

    def beside(self, saved: MentorAgreement) -> None:
        """Show every line in which the agreement saved in between differs from what was typed."""
        now = as_it_stands(saved)
        lines = [(name, _said(self.cleaned_data[name]), _said(now[name])) for name in now]
        self.stale = tuple(
            StaleText(str(self[name].label), mine, theirs) for name, mine, theirs in lines if mine != theirs
        )


def as_it_stands(agreement: MentorAgreement) -> dict[str, object]:
    """The fields of the form as the agreement has them."""
    role = agreement.role
    days = {"first_on": agreement.first_on, "last_on": agreement.last_on}
    return {**days, "hours": agreement.hours, "words": role.words, "tasks": role.tasks}


def proposed(standing: MentorAgreement | None, role: MentorRole | None, at: datetime) -> dict[str, object]:
    """What the form begins with: the one that waits as it stands; else the next half year, in the words there are."""
    if standing is not None and not standing.agreed:
        return as_it_stands(standing)
    first = localdate(at) if standing is None else max(standing.last_on + ONE_DAY, localdate(at))
    days: dict[str, object] = {"first_on": first, "last_on": six_months_from(first)}
    if standing is not None:
        return {**as_it_stands(standing), **days}
    return {**days, "words": role.words, "tasks": role.tasks} if role else days


def _said(value: object) -> str:
    """As it is shown, whatever ends a browser's lines."""
    return on_day(value) if isinstance(value, date) else "\n".join(str(value).split("\r\n"))
