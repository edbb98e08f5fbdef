"""Her answer to whether she will join: her hope in her own words, and where she wants to go in the long run."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.programmes.words import Track
from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.threshold.drafting import DraftedForm

LONGEST_HOPE = 2000
TOWARDS = [(Track.EDUCATION, _("Uddannelse")), (Track.JOB, _("Job"))]


class JoiningForm(DraftedForm):
    """A yes; a no needs no words and is a button of its own."""

    hope = forms.CharField(
        label=_("Hvad håber eller drømmer du om?"),
        help_text=_("For eksempel at klare dig selv, helt eller delvist. Skriv med dine egne ord."),
        max_length=LONGEST_HOPE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Skriv et par ord. Det må gerne være kort."), **TOO_LONG},
    )
    towards = forms.ChoiceField(
        label=_("Med tiden vil jeg gerne arbejde hen imod"),
        help_text=_("Du kan altid vælge om."),
        choices=TOWARDS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en af de to. Du kan altid vælge om.")},
    )
