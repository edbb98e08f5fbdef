"""What is asked of the catalogue: codes, which may stand in an address, and typed words, which never do."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.offers.queries import Sought
from bordenden.offers.words import Area, OfferKind

if TYPE_CHECKING:
    from django.http import HttpRequest

LONGEST_WORDS = 60
COMPANY = {"gruppe": True, "alene": False}
# As a browser sends a tick, and as it stands in an address.
TICKED = frozenset({"on", "1"})
CHOICES = {
    "omraade": frozenset(Area.values),
    "slags": frozenset(OfferKind.values),
    "med": frozenset(COMPANY),
    "familie": TICKED,
    "ledig": TICKED,
    "snart": TICKED,
}


QUIETLY = {"autocomplete": "off", "spellcheck": "false"}


class OffersForm(forms.Form):
    """Filters that combine. Words and places are only read from what was sent in the body."""

    ord = forms.CharField(
        label=_("Søg efter et ord"), required=False, max_length=LONGEST_WORDS, widget=forms.TextInput(attrs=QUIETLY)
    )
    sted = forms.CharField(
        label=_("Hvor?"),
        help_text=_("En by eller et sted"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.TextInput(attrs=QUIETLY),
    )
    slags = forms.ChoiceField(
        label=_("Hvad leder du efter?"), choices=[("", _("Alt")), *OfferKind.choices], required=False
    )
    med = forms.ChoiceField(
        label=_("Sammen med andre?"),
        choices=[("", _("Lige meget")), ("gruppe", _("Sammen med andre")), ("alene", _("Kun mig"))],
        required=False,
    )
    ledig = forms.BooleanField(label=_("Der er plads nu"), required=False)
    snart = forms.BooleanField(label=_("Det begynder snart"), required=False)
    familie = forms.BooleanField(label=_("Noget for hele familien"), required=False)
    omraade = forms.ChoiceField(choices=[("", ""), *Area.choices], required=False, widget=forms.HiddenInput)

    TYPED = ("ord", "sted")

    @classmethod
    def of(cls, request: HttpRequest) -> OffersForm:
        """What was asked, less what cannot be: an address changed by hand shows the catalogue all the same."""
        sent = request.POST if request.method == "POST" else request.GET
        asked = {name: sent.get(name, "") for name in CHOICES}
        kept = {name: value for name, value in asked.items() if value in CHOICES[name]}
        typed = {name: request.POST.get(name, "").strip()[:LONGEST_WORDS] for name in cls.TYPED}
        form = cls({**kept, **typed})
        form.is_valid()
        return form

    @property
    def area(self) -> str:
        """The area asked for, "" for all of them."""
        return str(self.cleaned_data.get("omraade") or "")

    @property
    def typed(self) -> bool:
        """Whether something was typed, which no address may carry."""
        return any(self.cleaned_data.get(name) for name in self.TYPED)

    @property
    def filtered(self) -> bool:
        """Whether anything but the whole catalogue is asked for."""
        return any(self.cleaned_data.values())

    @property
    def more(self) -> bool:
        """Whether any of the choices that are folded away is made."""
        return any(self.cleaned_data.get(name) for name in ("sted", "slags", "med", "familie", "ledig", "snart"))

    @property
    def address_part(self) -> str:
        """The codes as they stand in an address; never a word that was typed."""
        return urlencode({name: self._code(name) for name in CHOICES if self.cleaned_data.get(name)})

    @property
    def sought(self) -> Sought:
        """The same for the query."""
        asked = self.cleaned_data
        return Sought(
            area=Area(asked["omraade"]) if asked.get("omraade") else None,
            kind=OfferKind(asked["slags"]) if asked.get("slags") else None,
            in_a_group=COMPANY.get(asked.get("med", "")),
            for_families=bool(asked.get("familie")),
            free=bool(asked.get("ledig")),
            soon=bool(asked.get("snart")),
            words=asked.get("ord", ""),
            place=asked.get("sted", ""),
        )

    def _code(self, name: str) -> str:
        value = self.cleaned_data[name]
        return "1" if value is True else str(value)
