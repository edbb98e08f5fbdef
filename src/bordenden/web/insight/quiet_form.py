"""After how many quiet days somebody is to ask, as a project leader says it."""

from django import forms
from django.utils.translation import gettext_lazy as _


class QuietRuleForm(forms.Form):
    """The number of days; `version` is the one that was shown."""

    days = forms.IntegerField(
        label=_("Så mange dage uden at høre fra borgeren, før nogen bliver bedt om at ringe"),
        error_messages={"required": _("Skriv et tal."), "invalid": _("Skriv et helt tal.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
