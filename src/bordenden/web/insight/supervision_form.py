"""What a supervisor says before a sample is drawn: why, how many, and until when."""

from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bordenden.foundation.ids import new_id
from bordenden.supervision.words import FEWEST_CASES, LONGEST_PURPOSE, MOST_CASES, SHORTEST_PURPOSE
from bordenden.web.design.widgets import TOO_LONG, DayInput

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

USUAL = 3
_BOUNDS: "dict[str, StrPromise]" = {
    "required": _("Skriv et tal."),
    "invalid": _("Skriv et helt tal."),
    "min_value": _("Tallet skal være mindst %(limit_value)s."),
    "max_value": _("Tallet må højst være %(limit_value)s."),
}


class SupervisionForm(forms.Form):
    """There is no field for whom: the lot decides."""

    purpose = forms.CharField(
        label=_("Hvad vil du se efter?"),
        help_text=_("Borgeren læser det. Skriv det, så alle kan forstå det. Skriv ingen navne."),
        min_length=SHORTEST_PURPOSE,
        max_length=LONGEST_PURPOSE,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Skriv, hvad du vil se efter."),
            "min_length": _("Skriv lidt mere om, hvad du vil se efter. Borgeren læser det."),
            **TOO_LONG,
        },
    )
    number = forms.IntegerField(
        label=_("Hvor mange forløb?"),
        help_text=_("Højst 10. Tag ikke flere, end du har brug for."),
        min_value=FEWEST_CASES,
        max_value=MOST_CASES,
        error_messages=_BOUNDS,
    )
    last_on = forms.DateField(
        label=_("Til og med hvilken dag?"),
        help_text=_("Højst 30 dage frem. Så lukker det af sig selv."),
        widget=DayInput,
        error_messages={
            "required": _("Skriv dagen."),
            "invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026."),
        },
    )
    form_key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": _("Siden var for gammel. Prøv igen.")}
    )

    def __init__(self, data: QueryDict | None) -> None:
        super().__init__(data, initial={"form_key": new_id(), "number": USUAL})
