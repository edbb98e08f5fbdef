"""Which offers were gone through with her, on which day, alone or in a group."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.foundation.ids import new_id
from bordenden.web.design.widgets import DayInput

if TYPE_CHECKING:
    from django.http import QueryDict

    from bordenden.offers.models import Offer

OLD_PAGE = _("Siden var for gammel. Prøv igen.")
ALONE, GROUP = "alone", "group"


class OffersShownForm(forms.Form):
    """Ticks for the offers on the page, the day, and how."""

    form_key = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={
            "required": _("Siden var for gammel. Prøv igen."),
            "invalid": _("Siden var for gammel. Prøv igen."),
        },
    )
    offers = forms.MultipleChoiceField(
        label=_("Hvad har I set på?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Sæt kryds ved mindst ét tilbud."),
            "invalid_choice": _("Vælg noget på listen."),
        },
    )
    on = forms.DateField(
        label=_("Hvilken dag?"),
        widget=DayInput,
        error_messages={
            "required": _("Skriv dagen."),
            "invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026."),
        },
    )
    how = forms.ChoiceField(
        label=_("Hvordan?"),
        widget=forms.RadioSelect,
        choices=[(ALONE, _("Kun os to")), (GROUP, _("I en gruppe"))],
        error_messages={"required": _("Vælg, hvordan I så på dem."), "invalid_choice": _("Vælg noget på listen.")},
    )

    def __init__(self, data: QueryDict | None, offers: Sequence[Offer], today: date) -> None:
        super().__init__(data, initial={"form_key": new_id(), "on": today, "how": ALONE})
        self.shown = {str(offer.pk): offer for offer in offers}
        field = self.fields["offers"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101
        field.choices = [(key, offer.name) for key, offer in self.shown.items()]

    @property
    def ticked(self) -> list[Offer]:
        """The offers, once the form is valid."""
        return [self.shown[key] for key in self.cleaned_data["offers"]]

    @property
    def in_a_group(self) -> bool:
        """Whether others were there."""
        return bool(self.cleaned_data["how"] == GROUP)
