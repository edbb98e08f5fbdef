"""How a municipality goes about its plans, as its project leader says it."""

from django import forms
from django.utils.translation import gettext_lazy as _


class RulesForm(forms.Form):
    """Whether a team advises, and how many professionals are too many; `version` is the one that was shown."""

    uses_team = forms.BooleanField(
        label=_("Vi bruger et tværfagligt team, der giver råd til målene"),
        help_text=_("Teamet anbefaler. Det ændrer ikke borgerens ord."),
        required=False,
    )
    most_professionals = forms.IntegerField(
        label=_("Så mange fagpersoner højst om én plan"),
        help_text=_("Er der flere, kan sagsbehandleren se det. Ingen bliver taget af."),
        error_messages={"required": _("Skriv et tal."), "invalid": _("Skriv et helt tal.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
