"""Where somebody works or learns after the course, and how many hours a week: the same two fields at both doors."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.web.design.widgets import TOO_LONG

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

LONGEST_PLACE = 120


def place_field(label: "_StrOrPromise", help_text: "_StrOrPromise") -> forms.CharField:
    """The employer or the school; nobody has to say."""
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=LONGEST_PLACE, error_messages=TOO_LONG
    )


def hours_field(label: "_StrOrPromise", help_text: "_StrOrPromise") -> forms.DecimalField:
    """Hours a week, halves too; what a week cannot hold the action refuses."""
    wrong = _("Skriv et tal, for eksempel 20 eller 7,5.")
    return forms.DecimalField(
        label=label,
        help_text=help_text,
        required=False,
        localize=True,
        max_digits=3,
        decimal_places=1,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages=dict.fromkeys(("invalid", "max_digits", "max_decimal_places", "max_whole_digits"), wrong),
    )
