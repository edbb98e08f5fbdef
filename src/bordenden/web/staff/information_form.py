"""What an intake officer fills in about a meeting to hear of the project, and about whoever was invited."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.foundation.rules import NotPossible
from bordenden.intake.words import Attendance, Interest, MeetingKind
from bordenden.web.design.widgets import TOO_LONG, MomentInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bordenden.intake.models import Candidate

SHORTEST, LONGEST, USUAL = 15, 8 * 60, 90
UNKNOWN = ("", _("Ved det ikke endnu"))


class MeetingForm(forms.Form):
    """What it is called, where it is, and when. Sent twice it is one meeting: its time and place are its key."""

    kind = forms.ChoiceField(
        label=_("Hvad er det for et møde?"),
        choices=MeetingKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvad det er for et møde.")},
    )
    title = forms.CharField(
        label=_("Hvad hedder det?"),
        max_length=120,
        help_text=_("Det står på invitationen. For eksempel: Kom og hør om Din egen vej."),
        error_messages={"required": _("Skriv, hvad mødet hedder."), **TOO_LONG},
    )
    starts_at = forms.DateTimeField(
        label=_("Hvornår?"),
        widget=MomentInput,
        input_formats=MomentInput.UNDERSTOOD,
        error_messages={
            "required": _("Vælg en dag og et klokkeslæt."),
            "invalid": _("Skriv dag og klokkeslæt, for eksempel 02-03-2026 10.15."),
        },
    )
    minutes = forms.IntegerField(
        label=_("Hvor mange minutter?"), min_value=SHORTEST, max_value=LONGEST, initial=USUAL
    )
    place = forms.CharField(
        label=_("Hvor?"),
        max_length=120,
        help_text=_("Skriv det, så alle kan finde det. For eksempel: Biblioteket, Torvet 1, lokale 2."),
        error_messages={"required": _("Skriv, hvor mødet er."), **TOO_LONG},
    )

    @property
    def said(self) -> dict[str, Any]:
        """What the action asks for."""
        sent = self.cleaned_data
        starts_at: datetime = sent["starts_at"]
        return {
            "kind": MeetingKind(sent["kind"]),
            "title": sent["title"],
            "place": sent["place"],
            "starts_at": starts_at,
            "ends_at": starts_at + timedelta(minutes=sent["minutes"]),
        }

    def refuse(self, refusal: NotPossible) -> None:
        """Say why it was not possible."""
        self.add_error(None, str(refusal))


class InviteForm(forms.Form):
    """Whom to invite, several at once."""

    candidates = forms.MultipleChoiceField(
        label=_("Hvem vil du invitere?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Vælg mindst én."), "invalid_choice": _("Vælg kun dem, der står på listen.")},
    )

    def __init__(self, *args: Any, among: Sequence[Candidate], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.among = {str(one.pk): one for one in among}
        field = self.fields["candidates"]
        field.choices = [(key, one.person.name) for key, one in self.among.items()]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[Candidate]:
        """The candidates, once the form is valid."""
        return [self.among[key] for key in self.cleaned_data["candidates"]]


class NoteForm(forms.Form):
    """Whether she came, and what she said to it; each may be left open."""

    invitation = forms.UUIDField(widget=forms.HiddenInput)
    attendance = forms.ChoiceField(label=_("Kom borgeren?"), choices=[UNKNOWN, *Attendance.choices], required=False)
    interest = forms.ChoiceField(
        label=_("Hvad siger borgeren?"), choices=[UNKNOWN, *Interest.choices], required=False
    )

    @property
    def said(self) -> tuple[Attendance | None, Interest | None]:
        """As the action asks for it; None is not known yet."""
        came, says = self.cleaned_data["attendance"], self.cleaned_data["interest"]
        return Attendance(came) if came else None, Interest(says) if says else None
