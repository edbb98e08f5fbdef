"""The form with which a caseworker answers her."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bordenden.web.design.widgets import TOO_LONG
from bordenden.web.threshold.drafting import DraftedForm

LONGEST_ANSWER = 4000


class HelpAnswerForm(DraftedForm):
    """What she reads as the answer. Who has called her need not write anything."""

    answer = forms.CharField(
        label=_("Dit svar"),
        required=False,
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Skriv kort og venligt. Svaret står på borgerens egen side."),
        error_messages=TOO_LONG,
    )

    def for_a_call(self) -> None:
        """Who has called need not write anything."""
        self.fields["answer"].help_text = _("Har du ringet, kan feltet stå tomt. Ellers skriv kort og venligt.")
