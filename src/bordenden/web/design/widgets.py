"""Form widgets that Django lacks, a date field as phones know it, and a sentence where Django has none."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

TOO_LONG = {
    "max_length": _("Skriv lidt kortere. Der er plads til %(limit_value)d tegn, og du har skrevet %(show_value)d.")
}


class DayInput(forms.DateInput):
    """The browser's own date picker, which sends and wants ISO dates whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, object] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    """The browser's own picker of day and time, which sends and wants ISO moments without a zone."""

    input_type = "datetime-local"
    FORMAT = "%Y-%m-%dT%H:%M"
    # A browser without the picker shows a plain field: what people type there is understood too.
    UNDERSTOOD = (FORMAT, "%d-%m-%Y %H.%M", "%d-%m-%Y %H:%M", "%d.%m.%Y %H.%M", "%d.%m.%Y %H:%M")

    def __init__(self, attrs: dict[str, object] | None = None) -> None:
        super().__init__(attrs=attrs, format=self.FORMAT)
