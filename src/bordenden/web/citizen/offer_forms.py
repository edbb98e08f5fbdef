"""The forms of Muligheder: what she keeps, what she wishes for, what is missing, where she is going."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from bordenden.offers.words import IN_AREA, Area, Category
from bordenden.web.citizen.plan_forms import SOME_WORDS, Keyed, Refusable
from bordenden.web.design.widgets import TOO_LONG

if TYPE_CHECKING:
    from bordenden.plans.models import Statement

LONGEST_WHY, LONGEST_IDEA, LONGEST_NEED, LONGEST_OWN, SHOWN = 300, 200, 500, 300, 90
HEAP = ("save", "unsave", "lay_beside", "lay_back")
BACK_TO = ("offer", "my_offers", "offer_compare")
CHOOSE_AREA = {"required": _("Vælg, hvad det handler om.")}


class HeapForm(forms.Form):
    """One button about one offer, and the page it was pressed on."""

    do = forms.ChoiceField(choices=[(code, code) for code in HEAP], widget=forms.HiddenInput)
    til = forms.ChoiceField(choices=[(code, code) for code in BACK_TO], widget=forms.HiddenInput, required=False)

    @property
    def back_to(self) -> str:
        """The page to go back to; the offer's own where nothing is said."""
        return str(self.cleaned_data.get("til") or BACK_TO[0])


class WishForm(Keyed):
    """She wishes for something: why, and which of her own words it belongs to."""

    why = forms.CharField(
        label=_("Hvorfor vil du gerne det?"),
        required=False,
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Du behøver ikke skrive noget. Du kan begynde sådan: “Det passer til mig, fordi …”"),
        error_messages=TOO_LONG,
    )
    statement = forms.ChoiceField(
        label=_("Hvilke af dine egne ord hører det til?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg et af dine egne ord.")},
    )
    own_words = forms.CharField(
        label=_("Hvad ønsker du dig?"),
        max_length=LONGEST_OWN,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Skriv et par ord. Så bygger planen på det, du selv siger."),
        error_messages=SOME_WORDS,
    )

    def __init__(self, *args: Any, said: Iterable[Statement], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.said = list(said)
        if self.said:
            del self.fields["own_words"]
            self.fields["statement"].choices = [(str(row.pk), _short(row)) for row in self.said]  # type: ignore[attr-defined]
            self.fields["statement"].initial = str(self.said[0].pk)
        else:
            del self.fields["statement"]

    @property
    def told(self) -> dict[str, Any]:
        """What was sent, as the action wants it."""
        sent = dict(self.cleaned_data)
        chosen = sent.pop("statement", "")
        return {**sent, "statement": next((row for row in self.said if str(row.pk) == chosen), None)}


class IdeaForm(WishForm):
    """Something that is in no catalogue."""

    words = forms.CharField(
        label=_("Hvad er din idé?"),
        max_length=LONGEST_IDEA,
        help_text=_("Det kan være en forening, et sted eller noget, du selv vil lave."),
        error_messages=SOME_WORDS,
    )
    area = forms.TypedChoiceField(
        label=_("Hvad handler det om?"),
        choices=Area.choices,
        coerce=Area,
        widget=forms.RadioSelect,
        error_messages=CHOOSE_AREA,
    )

    field_order = ("words", "area", "why", "statement", "own_words", "form_key")


class NeedForm(Keyed):
    """What she misses: her own words, and what it is about."""

    words = forms.CharField(
        label=_("Hvad mangler du?"),
        max_length=LONGEST_NEED,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Skriv det med dine egne ord."),
        error_messages=SOME_WORDS,
    )
    about = forms.ChoiceField(
        label=_("Hvad handler det om?"),
        choices=[
            ("", _("Vælg")),
            *(
                (area.label, [(f"{area.value}.{category.value}", category.label) for category in categories])
                for area, categories in IN_AREA.items()
            ),
        ],
        error_messages=CHOOSE_AREA,
    )

    @property
    def told(self) -> dict[str, Any]:
        """What was sent, as the action wants it."""
        area, _dot, category = self.cleaned_data["about"].partition(".")
        sent = {name: self.cleaned_data[name] for name in ("words", "form_key")}
        return {**sent, "area": Area(area), "category": Category(category)}


class GoingForm(Refusable):
    """One button: she comes, or not after all."""

    coming = forms.TypedChoiceField(
        choices=[("1", "1"), ("0", "0")], coerce=lambda sent: sent == "1", widget=forms.HiddenInput
    )


def _short(said: Statement) -> str:
    return f"{said.get_kind_display()}: “{Truncator(said.words).chars(SHOWN)}”"
