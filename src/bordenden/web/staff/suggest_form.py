"""The form of Foreslå det til Amina."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.parts.talk_forms import OnceForm

LONGEST = 200


class SuggestForm(OnceForm):
    """The words she reads beside the offer."""

    words = forms.CharField(
        label=_("Dit forslag"),
        help_text=_("Kort og venligt. Det står først på planen, når der er sagt ja."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv et par ord."), **TOO_LONG},
    )
