"""The forms of what a citizen has asked for: the answer with its reason, and the days it began and ended."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.web.design.widgets import TOO_LONG, DayInput

LONGEST_WHY = 4000


class AnswerForm(forms.Form):
    """Yes or no, why, and whether it is a formal decision."""

    granted = forms.TypedChoiceField(
        label=_("Hvad er svaret?"),
        choices=[("1", _("Ja")), ("0", _("Nej"))],
        coerce=lambda sent: sent == "1",
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg ja eller nej.")},
    )
    why = forms.CharField(
        label=_("Hvorfor?"),
        help_text=_("Borgeren læser det. Skal stå der ved et nej og ved en afgørelse."),
        required=False,
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages=TOO_LONG,
    )
    formal = forms.BooleanField(
        label=_("Det er en afgørelse. Borgeren får et brev med begrundelse og klagevejledning."), required=False
    )


class DayForm(forms.Form):
    """The day it began, or ended."""

    on = forms.DateField(
        label=_("Hvilken dag?"),
        widget=DayInput,
        error_messages={
            "required": _("Skriv dagen."),
            "invalid": _("Skriv en dag, der findes, for eksempel 02-03-2026."),
        },
    )
