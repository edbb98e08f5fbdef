"""The form of a few words beside hers, the same at every door; kept as a draft while they are typed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.threshold.drafting import DraftedForm

LONGEST_COMMENT = 500


class CommentForm(DraftedForm):
    """Words, and nothing else."""

    words = forms.CharField(
        label=_("Dit svar"),
        help_text=_("Det står ved siden af ordene og ændrer dem aldrig."),
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Skriv et par ord."), **TOO_LONG},
    )
