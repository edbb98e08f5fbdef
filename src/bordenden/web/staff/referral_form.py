"""What an intake officer fills in to ask somebody to join, and to note what she answered on paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.programmes.words import Track
from bordenden.web.design.widgets import TOO_LONG, DayInput
from bordenden.web.threshold.drafting import DraftedForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bordenden.people.models import Person

LONGEST, LONGEST_HOPE = 1000, 2000
YES, NO = "yes", "no"


class ReferralForm(DraftedForm):
    """Why it may fit her, under which case number, and whom she would work with."""

    match_reasons = forms.CharField(
        label=_("Hvorfor kan projektet passe til borgeren?"),
        help_text=_("Skriv det til borgeren, i korte sætninger. Borgeren læser det."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Skriv, hvorfor projektet kan passe til borgeren."), **TOO_LONG},
    )
    reference = forms.CharField(
        label=_("Sagsnummer"), max_length=20, error_messages={"required": _("Skriv sagsnummeret."), **TOO_LONG}
    )
    caseworker = forms.ChoiceField(
        label=_("Hvilken sagsbehandler foreslår du?"),
        help_text=_("Sagsbehandleren får pladsen, når borgeren siger ja."),
        required=False,
        error_messages={"invalid_choice": _("Vælg en sagsbehandler på listen.")},
    )

    def __init__(self, *args: Any, among: Sequence[Person], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.among = {str(one.pk): one for one in among}
        field = self.fields["caseworker"]
        field.choices = [("", _("Ingen endnu")), *((key, one.name) for key, one in self.among.items())]  # type: ignore[attr-defined]

    @property
    def said(self) -> dict[str, Any]:
        """What the action asks for."""
        sent = self.cleaned_data
        return {
            "match_reasons": sent["match_reasons"],
            "reference": sent["reference"],
            "caseworker": self.among.get(sent["caseworker"]),
        }


class PaperForm(DraftedForm):
    """Her answer as she gave it on paper: her words as she said them, and the day."""

    answer = forms.ChoiceField(
        label=_("Hvad har borgeren svaret?"),
        choices=[(YES, _("Ja, jeg vil være med")), (NO, _("Nej tak"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg ja eller nej.")},
    )
    on = forms.DateField(
        label=_("Hvilken dag står der på papiret?"),
        widget=DayInput,
        error_messages={
            "required": _("Skriv dagen."),
            "invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026."),
        },
    )
    hope = forms.CharField(
        label=_("Hvad håber borgeren på?"),
        help_text=_("Skriv det ord for ord, som borgeren har sagt det."),
        required=False,
        max_length=LONGEST_HOPE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=TOO_LONG,
    )
    towards = forms.ChoiceField(
        label=_("Hvad vil borgeren med tiden gerne arbejde hen imod?"),
        choices=Track.choices,
        widget=forms.RadioSelect,
        required=False,
    )

    def clean(self) -> None:
        """A yes carries her hope and where she wants to go; a no carries nothing."""
        if self.cleaned_data.get("answer") != YES:
            return
        if not self.cleaned_data.get("hope"):
            self.add_error("hope", _("Skriv det, borgeren har sagt. Et par ord er nok."))
        if not self.cleaned_data.get("towards"):
            self.add_error("towards", _("Vælg uddannelse eller job."))

    @property
    def yes(self) -> bool:
        """Whether she will join."""
        return bool(self.cleaned_data["answer"] == YES)

    @property
    def day(self) -> date:
        """The day on the paper."""
        day: date = self.cleaned_data["on"]
        return day
