"""The form with which she says something to what was decided."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.threshold.drafting import DraftedForm

LONGEST_ANSWER = 2000


class ReviewAnswerForm(DraftedForm):
    """Her own words."""

    words = forms.CharField(
        label=_("Det vil jeg sige"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Skriv et par ord. Det må gerne være kort."), **TOO_LONG},
    )
