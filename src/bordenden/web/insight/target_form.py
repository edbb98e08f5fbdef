"""How many of a target group a project set out to have."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.web.design.widgets import TOO_LONG


class TargetForm(forms.Form):
    """A group, as it is written on the citizens' courses, and a number; 0 takes it off the list."""

    target_group = forms.CharField(
        label=_("Hvilken gruppe er det for?"),
        help_text=_("Skriv den, som den står på forløbene, for eksempel 2.3."),
        max_length=20,
        error_messages={"required": _("Skriv, hvilken gruppe det er for."), **TOO_LONG},
    )
    number = forms.IntegerField(
        label=_("Hvor mange vil I have med?"),
        help_text=_("0 tager gruppen af listen."),
        error_messages={"required": _("Skriv et tal."), "invalid": _("Skriv et helt tal.")},
    )
