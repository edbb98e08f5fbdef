"""The order by which taking part is free: what it is, where it can be read, and from which day."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.programmes.queries import Order
from bordenden.web.design.widgets import TOO_LONG, DayInput

if TYPE_CHECKING:
    from django.http import QueryDict

NO_DAY = {"invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026.")}


class BasisForm(forms.Form):
    """All empty takes the order away. What stood when the page was made is sent along."""

    basis = forms.CharField(
        label=_("Hvilken bestemmelse?"),
        help_text=_("Lov eller bekendtgørelse med nummer og paragraf. Tomt, hvis der ikke er en."),
        max_length=200,
        required=False,
        error_messages=TOO_LONG,
    )
    link = forms.URLField(
        label=_("Hvor kan den læses?"),
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Skriv en adresse, for eksempel https://www.retsinformation.dk/.")},
    )
    since = forms.DateField(
        label=_("Fra hvilken dag gælder den?"), required=False, widget=DayInput, error_messages=NO_DAY
    )
    seen_basis = forms.CharField(widget=forms.HiddenInput, required=False)
    seen_link = forms.CharField(widget=forms.HiddenInput, required=False)
    seen_since = forms.DateField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: "QueryDict | None", now: Order) -> None:
        stands: dict[str, Any] = {"basis": now.basis, "link": now.link, "since": now.since}
        super().__init__(data, initial={**stands, **{f"seen_{name}": value for name, value in stands.items()}})

    @property
    def order(self) -> Order:
        """What was written, once the form is valid."""
        return self._order("")

    @property
    def seen(self) -> Order:
        """What stood on the page it was written on."""
        return self._order("seen_")

    def _order(self, which: str) -> Order:
        said = self.cleaned_data
        since: date | None = said[f"{which}since"]
        return Order(said[f"{which}basis"], said[f"{which}link"], since)

    def show_what_stands(self, now: Order) -> None:
        """The next try is measured against what stands now; what was typed stays."""
        stands = {"seen_basis": now.basis, "seen_link": now.link, "seen_since": now.since or ""}
        self.data = {**{name: self.data.get(name) for name in self.data}, **stands}
