"""The form of one person's rooms: open one, close one, or say to which day the open ones stand open."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.timezone import localdate, make_aware
from django.utils.translation import gettext_lazy as _

from bordenden.pathways.actions import LONGEST_OPENING, USUAL_OPENING
from bordenden.pathways.words import Room
from bordenden.web.design.widgets import DayInput

OPEN, CLOSE, DAY = "open", "close", "day"
ONE_DAY = timedelta(days=1)


def usual_day(at: datetime) -> date:
    """The last day of an opening unless she says otherwise."""
    return localdate(at + USUAL_OPENING)


def last_day(at: datetime) -> date:
    """The last day she can choose."""
    return localdate(at + LONGEST_OPENING) - ONE_DAY


def shown_day(until: datetime) -> date:
    """The day an opening holds to, itself included."""
    return localdate(until - timedelta(microseconds=1))


def end_of(day: date) -> datetime:
    """The moment that day is over in Denmark."""
    return make_aware(datetime.combine(day + ONE_DAY, time.min))


class RoomForm(forms.Form):
    """`do` is the button that was pressed: open or close one room, or move the one day all open rooms hold to."""

    do = forms.ChoiceField(choices=[(OPEN, OPEN), (CLOSE, CLOSE), (DAY, DAY)], widget=forms.HiddenInput)
    room = forms.ChoiceField(choices=Room.choices, widget=forms.HiddenInput, required=False)
    until = forms.DateField(
        label=_("Til og med"),
        required=False,
        widget=DayInput,
        error_messages={"invalid": _("Vælg en dag, for eksempel 31-12-2026.")},
    )

    def __init__(self, data: QueryDict | None = None, *, at: datetime, until: datetime | None = None) -> None:
        day = shown_day(until) if until else usual_day(at)
        super().__init__(data, initial={"do": DAY, "until": day})
        self.last = last_day(at)
        self.fields["until"].widget.attrs |= {"min": localdate(at).isoformat(), "max": self.last.isoformat()}

    def clean(self) -> dict[str, Any]:
        """A room that is opened or closed is named; a day lies between today and a year from now."""
        sent: dict[str, Any] = super().clean() or {}
        if sent.get("do") in {OPEN, CLOSE} and "room" not in self.errors and not sent.get("room"):
            self.add_error("room", _("Vælg, hvad du vil åbne eller lukke."))
        if sent.get("do") == DAY and "until" not in self.errors:
            if not sent.get("until"):
                self.add_error("until", _("Vælg en dag."))
            elif sent["until"] > self.last:
                self.add_error("until", _("Vælg en dag inden for det næste år."))
        return sent
