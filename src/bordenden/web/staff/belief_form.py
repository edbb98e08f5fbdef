"""How many of the ten newest: one number."""

from django import forms
from django.utils.translation import gettext_lazy as _


class BeliefForm(forms.Form):
    """A whole number; how many there are at most, the action knows."""

    believed = forms.IntegerField(
        label=_("Hvor mange af dem tror du får et job?"),
        min_value=0,
        max_value=10,
        error_messages={
            "required": _("Skriv et tal. 0 er også et svar."),
            "invalid": _("Skriv et helt tal, for eksempel 4."),
            "min_value": _("Skriv et tal fra 0 og op."),
            "max_value": _("Skriv et tal, der højst er 10."),
        },
    )
