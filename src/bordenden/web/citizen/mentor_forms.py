"""The forms about her mentor: what she looks for, whom she chooses, and what should be otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.mentors.words import Language, MentorFrom
from bordenden.web.citizen.plan_forms import Refusable
from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.threshold.drafting import DraftedForm

if TYPE_CHECKING:
    from django.http import QueryDict

# As long as the column that keeps it.
LONGEST_WISH, LONGEST_CHANGES = 300, 500


class MentorsForm(forms.Form):
    """Which language, and where from: codes, which may stand in an address."""

    sprog = forms.ChoiceField(
        label=_("Hvilket sprog?"), choices=[("", _("Alle sprog")), *Language.choices], required=False
    )
    fra = forms.ChoiceField(
        label=_("Hvem er det?"), choices=[("", _("Lige meget")), *MentorFrom.choices], required=False
    )

    @classmethod
    def of(cls, sent: QueryDict) -> MentorsForm:
        """What was asked, less what cannot be: an address changed by hand shows everybody all the same."""
        known = {"sprog": Language.values, "fra": MentorFrom.values}
        form = cls({name: sent.get(name, "") for name, codes in known.items() if sent.get(name) in codes})
        form.is_valid()
        return form

    @property
    def language(self) -> Language | None:
        """The language asked for."""
        code = self.cleaned_data.get("sprog")
        return Language(code) if code else None

    @property
    def comes_from(self) -> MentorFrom | None:
        """Where from."""
        code = self.cleaned_data.get("fra")
        return MentorFrom(code) if code else None

    @property
    def address_part(self) -> str:
        """The codes as they stand in an address; "" for everybody."""
        return urlencode({name: value for name, value in self.cleaned_data.items() if value})


class ChooseForm(Refusable):
    """She chooses: one button; `words` are asked for where she has said nothing yet."""

    words = forms.CharField(
        label=_("Hvad kunne du godt tænke dig?"),
        help_text=_("Et par ord er nok. De kommer til at stå på din plan."),
        max_length=LONGEST_WISH,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Skriv et par ord. Du kan altid rette dem."), **TOO_LONG},
    )

    def __init__(self, data: QueryDict | None = None, *, asks: bool) -> None:
        super().__init__(data)
        if not asks:
            del self.fields["words"]


class StopForm(Refusable):
    """She stops: `seat` is whose page it was; whoever came since is not stopped with."""

    seat = forms.UUIDField(widget=forms.HiddenInput, required=False)


class ChangesForm(DraftedForm):
    """What should be otherwise in an agreement."""

    words = forms.CharField(
        label=_("Hvad skal være anderledes?"),
        help_text=_("For eksempel en anden dag, eller mindre tid."),
        max_length=LONGEST_CHANGES,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv et par ord om, hvad der skal være anderledes."), **TOO_LONG},
    )
