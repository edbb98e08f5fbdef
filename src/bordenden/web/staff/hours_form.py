"""The form in which a caseworker says where and when to call."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.parts.seen import SeenForm


class HoursForm(SeenForm):
    """Both are needed: a number without hours is a number nobody answers."""

    phone = forms.CharField(
        label=_("Din direkte telefon"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
        error_messages={"required": _("Skriv dit telefonnummer."), **TOO_LONG},
    )
    reachable = forms.CharField(
        label=_("Hvornår tager du telefonen?"),
        max_length=80,
        help_text=_("For eksempel: man–tors 9–12. Skriv kun de tider, hvor du plejer at kunne svare."),
        error_messages={"required": _("Skriv, hvornår du tager telefonen."), **TOO_LONG},
    )
