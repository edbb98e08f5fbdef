"""The form about how it goes with somebody whose course is over."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.followup.words import HERS_ALONE, Status, Teller
from bordenden.web.parts.place_fields import hours_field, place_field
from bordenden.web.threshold.refusing import again

if TYPE_CHECKING:
    from bordenden.followup.models import FollowUp


class FollowUpForm(forms.Form):
    """What her caseworker knows, and from whom; `seen` is what the page showed."""

    status = forms.ChoiceField(
        label=_("Hvordan gik det den dag?"),
        choices=[(status.value, status.label) for status in Status if status not in HERS_ALONE],
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg det, der passer.")},
    )
    place_name = place_field(_("Hvilket arbejde eller hvilken skole?"), _("Kun ved job, fleksjob og uddannelse."))
    wage_hours = hours_field(_("Hvor mange timer om ugen?"), _("Kun ved job, fleksjob og uddannelse med løn."))
    said_by = forms.ChoiceField(
        label=_("Hvem siger det?"),
        choices=Teller.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvem der siger det.")},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    @classmethod
    def shown(cls, row: "FollowUp") -> "FollowUpForm":
        """With what is known already."""
        names = ("status", "place_name", "wage_hours", "said_by")
        return cls(initial={**{name: getattr(row, name) for name in names}, "seen": row.status})

    def said(self) -> dict[str, Any]:
        """What the action asks for."""
        said = self.cleaned_data
        return {**said, "status": Status(said["status"]), "said_by": Teller(said["said_by"])}

    def show_what_stands(self, row: "FollowUp") -> None:
        """The next try is measured against what stands now; what was chosen stays."""
        again(self, seen=row.status)
